package org.ximen.telegram;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.ximen.chat.Location;
import org.ximen.chat.MissedPart;

/**
 * What a message holds besides words.
 *
 * @param missed what cannot be taken
 */
record Contents(
        List<Letter.Picture> pictures,
        @Nullable Location location,
        @Nullable String phone,
        @Nullable MissedPart missed) {

    private static final Contents NOTHING = new Contents(List.of(), null, null, null);

    static Contents of(Message message) {
        if (message.getVenue() != null) {
            return located(message.getVenue().getLocation());
        }
        if (message.getLocation() != null) {
            return located(message.getLocation());
        }
        if (message.getContact() != null) {
            return contact(message);
        }
        return message.getPhoto() != null && !message.getPhoto().isEmpty()
                ? photo(message.getPhoto())
                : other(message);
    }

    private static Contents located(
            org.telegram.telegrambots.meta.api.objects.location.Location sent) {
        try {
            var here = new Location(sent.getLatitude(), sent.getLongitude());
            return new Contents(List.of(), here, null, null);
        } catch (IllegalArgumentException e) {
            return missed(
                    "这个位置我认不出来，请重新发送位置，或直接写路名和门牌号。",
                    "I cannot read this location. Please send it again, or write road and number.");
        }
    }

    /** Only one's own card proves a number. */
    private static Contents contact(Message message) {
        var card = message.getContact();
        boolean own =
                message.getFrom() != null
                        && message.getFrom().getId().equals(card.getUserId())
                        && card.getPhoneNumber() != null;
        return own
                ? new Contents(List.of(), null, mainland(card.getPhoneNumber()), null)
                : missed(
                        "别人的名片我不能收。要留电话，请用自己的手机号。",
                        "I cannot take somebody else's contact. To leave a number, please use your own.");
    }

    private static String mainland(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        return digits.matches("86\\d{11}") ? digits.substring(2) : digits;
    }

    /** The largest of the sizes that Telegram made. */
    private static Contents photo(List<PhotoSize> sizes) {
        var best =
                sizes.stream()
                        .max(Comparator.comparing(size -> size.getWidth() * size.getHeight()));
        return best.map(size -> pictured(size.getFileId(), size.getFileSize())).orElse(NOTHING);
    }

    private static Contents pictured(String file, @Nullable Number bytes) {
        var picture = new Letter.Picture(file, bytes == null ? 0 : bytes.longValue());
        return new Contents(List.of(picture), null, null, null);
    }

    private static Contents other(Message message) {
        if (message.getDocument() != null) {
            return document(message.getDocument());
        }
        if (message.getVoice() != null || message.getAudio() != null) {
            return missed(
                    "语音我还听不懂，请打字告诉我；手机输入法的“语音转文字”也可以用。",
                    "I cannot understand voice messages yet. Please type; your phone can also turn speech into text.");
        }
        if (message.getVideo() != null
                || message.getVideoNote() != null
                || message.getAnimation() != null) {
            return missed(
                    "视频我还看不了，请发照片，或打字说明。",
                    "I cannot watch videos yet. Please send a picture, or tell me in words.");
        }
        if (message.getSticker() != null) {
            return missed(
                    "表情收到了。有问题请直接打字告诉我。",
                    "I have your sticker. If there is anything, please tell me in words.");
        }
        return message.getPoll() != null || message.getDice() != null
                ? missed("这个我看不懂，请打字告诉我。", "I cannot read this. Please tell me in words.")
                : NOTHING;
    }

    private static Contents document(Document document) {
        var kind = String.valueOf(document.getMimeType()).toLowerCase(Locale.ROOT);
        return kind.startsWith("image/")
                ? pictured(document.getFileId(), document.getFileSize())
                : missed(
                        "文件我收不了。照片请用 JPEG 或 PNG 发来，其他内容请打字告诉我。",
                        "I cannot take files. Please send pictures as JPEG or PNG, and tell me anything else in words.");
    }

    private static Contents missed(String chinese, String english) {
        return new Contents(List.of(), null, null, new MissedPart(chinese, english));
    }

    boolean isEmpty() {
        return equals(NOTHING);
    }
}
