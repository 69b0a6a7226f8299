package org.ximen.wechat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.admission.Slots;
import org.ximen.admission.TooBusy;
import org.ximen.chat.MissedPart;
import org.ximen.chat.Sender;
import org.ximen.photos.PhotoRefused;
import org.ximen.photos.Photos;

/**
 * Fetches what people photographed and hands it to the photo gateway. WeChat keeps a picture for
 * three days.
 */
final class WechatPictures {
    private static final Logger LOG = LoggerFactory.getLogger(WechatPictures.class);
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

    private final WechatApi api;
    private final Photos photos;
    // Each is held in memory.
    private final Slots downloads = new Slots(4, 1, AGAIN);

    WechatPictures(WechatApi api, Photos photos) {
        this.api = api;
        this.photos = photos;
    }

    /**
     * What became of a picture.
     *
     * @param taken its id for the dialogue, if it was taken
     * @param missed what to tell if not
     */
    record Fetched(List<String> taken, @Nullable MissedPart missed) {
        public Fetched {
            taken = List.copyOf(taken);
        }
    }

    /** WeChat does not hand files out at the moment. */
    static final class TryLater extends Exception {
        private static final long serialVersionUID = 1;

        TryLater(Throwable cause) {
            super(cause);
        }

        Duration after() {
            return AGAIN;
        }
    }

    /**
     * @param received when the message came
     * @throws TryLater if it may go better later
     */
    Fetched fetch(String mediaId, Sender from, Instant received, Instant now) throws TryLater {
        boolean patient = now.isBefore(received.plus(PATIENCE));
        try (var slot = downloads.take(from.address())) {
            return accepted(api.media(mediaId, Photos.MOST_BYTES), from, now);
        } catch (PhotoRefused e) {
            return missed(new MissedPart(String.valueOf(e.getMessage()), e.english()));
        } catch (TooBusy e) {
            throw new TryLater(e);
        } catch (WechatRefused e) {
            return lost(e, patient && !e.isForGood());
        } catch (WechatUnreachable e) {
            return lost(e, patient);
        }
    }

    private Fetched accepted(byte[] bytes, Sender from, Instant now) {
        if (bytes.length > Photos.MOST_BYTES) {
            return missed(TOO_LARGE);
        }
        try {
            var photo = photos.accept(new ByteArrayInputStream(bytes), from, now);
            return new Fetched(List.of(photo.id()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fetched lost(Exception e, boolean patient) throws TryLater {
        if (patient) {
            throw new TryLater(e);
        }
        LOG.warn("a picture was not handed out: {}", e.getMessage());
        return missed(LOST);
    }

    private static Fetched missed(MissedPart part) {
        return new Fetched(List.of(), part);
    }
}
