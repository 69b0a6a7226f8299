package org.ximen.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.ximen.admission.Slots;
import org.ximen.admission.TooBusy;
import org.ximen.chat.MissedPart;
import org.ximen.chat.Sender;
import org.ximen.photos.PhotoRefused;
import org.ximen.photos.Photos;

/** Fetches what people photographed and hands it to the photo gateway. */
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    // By then the person should know that the picture did not come through.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final MissedPart LOST =
            new MissedPart(
                    "照片没有收到，请再发一次；不方便的话，打字说明也可以。",
                    "The picture did not arrive. Please send it again, or tell me in words.");
    private static final MissedPart TOO_LARGE =
            new MissedPart(
                    "照片超过 10 MB，请压缩或换一张小一点的再发。",
                    "The picture has more than 10 MB. Please send a smaller one.");

    private final BotApi api;
    private final Photos photos;
    // Each is held in memory.
    private final Slots downloads = new Slots(4, 1, AGAIN);
    // Taken already, of messages whose other pictures keep us waiting.
    private final Map<Key, String> kept = new ConcurrentHashMap<>();

    private record Key(Sender from, String fileId) {}

    Pictures(BotApi api, Photos photos) {
        this.api = api;
        this.photos = photos;
    }

    /**
     * What became of the pictures of a message.
     *
     * @param taken ids for the dialogue
     * @param missed about those that were not taken
     */
    record Fetched(List<String> taken, @Nullable MissedPart missed) {
        public Fetched {
            taken = List.copyOf(taken);
        }
    }

    /** Telegram does not hand files out at the moment. */
    static final class NotNow extends Exception {
        private static final long serialVersionUID = 1;

        private final Duration after;

        NotNow(Duration after, Throwable cause) {
            super(cause);
            this.after = after;
        }

        Duration after() {
            return after;
        }
    }

    /**
     * @param received when the message came
     * @throws NotNow if it may go better later
     */
    Fetched fetch(List<Letter.Picture> pictures, Sender from, Instant received, Instant now)
            throws NotNow {
        boolean patient = now.isBefore(received.plus(PATIENCE));
        List<String> taken = new ArrayList<>();
        MissedPart missed = null;
        for (var picture : pictures) {
            try {
                taken.add(fetch(picture, from, now));
            } catch (PhotoRefused e) {
                missed = new MissedPart(String.valueOf(e.getMessage()), e.english());
            } catch (TooBusy e) {
                throw new NotNow(AGAIN, e);
            } catch (Refused e) {
                missed = lost(e, patient);
            } catch (Unreachable e) {
                missed = lost(e, patient);
            }
        }
        pictures.forEach(picture -> kept.remove(new Key(from, picture.fileId())));
        return new Fetched(taken, missed);
    }

    private String fetch(Letter.Picture picture, Sender from, Instant now)
            throws Refused, Unreachable {
        var key = new Key(from, picture.fileId());
        var before = kept.get(key);
        var id = before == null ? accept(picture, from, now) : before;
        kept.put(key, id);
        return id;
    }

    private String accept(Letter.Picture picture, Sender from, Instant now)
            throws Refused, Unreachable {
        if (picture.bytes() > Photos.MOST_BYTES) {
            throw new Refused(413, "too long", null, null);
        }
        try (var slot = downloads.take(from.address())) {
            return photos.accept(new ByteArrayInputStream(bytes(picture)), from, now).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The address of a file dies after an hour.
    private byte[] bytes(Letter.Picture picture) throws Refused, Unreachable {
        try {
            return api.file(path(picture), Photos.MOST_BYTES);
        } catch (Refused e) {
            if (e.code() != BotApi.FILE_GONE) {
                throw e;
            }
            return api.file(path(picture), Photos.MOST_BYTES);
        }
    }

    private String path(Letter.Picture picture) throws Refused, Unreachable {
        var file = api.call(new GetFile(picture.fileId()));
        if (file.getFilePath() == null) {
            throw new Refused(BotApi.FILE_GONE, "a file without a path", null, null);
        }
        return file.getFilePath();
    }

    private static MissedPart lost(Refused e, boolean patient) throws NotNow {
        return switch (e.meaning()) {
            case FLOOD, PASSING, CONFLICT, TOKEN -> {
                if (patient) {
                    throw new NotNow(e.retryAfter().plus(AGAIN), e);
                }
                yield LOST;
            }
            default -> {
                LOG.warn("a picture was not handed out: {}", e.getMessage());
                boolean large = String.valueOf(e.getMessage()).matches("(?s)413 .*|.*too big.*");
                yield large ? TOO_LARGE : LOST;
            }
        };
    }

    private static MissedPart lost(Unreachable e, boolean patient) throws NotNow {
        if (patient) {
            throw new NotNow(AGAIN, e);
        }
        return LOST;
    }
}
