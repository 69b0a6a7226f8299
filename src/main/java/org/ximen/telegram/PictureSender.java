package org.ximen.telegram;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.ximen.chat.Outgoing;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;

/**
 * Sends the pictures of messages: uploaded once, then by the name that Telegram gave them. What
 * cannot be sent does not stop the words.
 */
final class PictureSender {
    private static final Logger LOG = LoggerFactory.getLogger(PictureSender.class);
    // Telegram names no limit; what it forgets sooner is uploaded again.
    private static final Duration KNOWN = Duration.ofDays(30);

    private final BotApi api;
    private final Photos photos;
    private final InstantSource clock;
    // Whose picture may have arrived or not: the words go alone next time.
    private final Set<Long> doubtful = ConcurrentHashMap.newKeySet();

    PictureSender(BotApi api, Photos photos, InstantSource clock) {
        this.api = api;
        this.photos = photos;
        this.clock = clock;
    }

    /**
     * Sends a message with its picture.
     *
     * @param words puts the words and keys to it
     * @return false where the words have to go without it
     */
    boolean send(Outgoing message, Consumer<PhotoMessage> words) throws Refused, Unreachable {
        var id = message.reply().picture();
        if (id == null || doubtful.remove(message.id())) {
            return false;
        }
        try {
            return known(id, message, words) || uploaded(id, message, words);
        } catch (Refused e) {
            return switch (e.meaning()) {
                case GONE, MOVED, FLOOD, TOKEN, CONFLICT -> throw e;
                case UNPARSABLE, UNCHANGED, PASSING, FINAL -> {
                    LOG.warn("message {} went without its picture: {}", message.id(), said(e));
                    yield false;
                }
            };
        } catch (Unreachable e) {
            if (e.mayHaveArrived()) {
                doubtful.add(message.id());
            }
            throw e;
        }
    }

    private boolean known(String id, Outgoing message, Consumer<PhotoMessage> words)
            throws Refused, Unreachable {
        var handle = photos.handle(id, TelegramChannel.NAME, clock.instant());
        if (handle.isEmpty()) {
            return false;
        }
        try {
            tell(id, message, new InputFile(handle.get()), words);
            return true;
        } catch (Refused e) {
            if (e.meaning() != Refused.Meaning.FINAL) {
                throw e;
            }
            LOG.info("Telegram knows picture {} no more: {}", id, said(e));
            photos.dropHandle(id, TelegramChannel.NAME);
            return false;
        }
    }

    private boolean uploaded(String id, Outgoing message, Consumer<PhotoMessage> words)
            throws Refused, Unreachable {
        Optional<byte[]> jpeg = photos.open(id, new Viewer.Owner(message.to()));
        if (jpeg.isEmpty()) {
            LOG.warn("message {} went without its picture, which is gone", message.id());
            return false;
        }
        var file = new InputFile(new ByteArrayInputStream(jpeg.get()), "photo.jpg");
        tell(id, message, file, words);
        return true;
    }

    private void tell(String id, Outgoing message, InputFile file, Consumer<PhotoMessage> words)
            throws Refused, Unreachable {
        var send = new PhotoMessage(message.to().address(), file);
        words.accept(send);
        api.photo(send);
        var until = clock.instant().plus(KNOWN);
        send.fileId().ifPresent(given -> photos.keepHandle(id, TelegramChannel.NAME, given, until));
    }

    private static String said(Refused e) {
        return String.valueOf(e.getMessage());
    }
}
