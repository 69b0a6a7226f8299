package org.ximen.wechat;

import java.util.Optional;
import org.ximen.chat.Location;
import org.ximen.wechat.ReplyWindows.Cause;
import org.ximen.wechat.WechatLetter.Message;

/**
 * Reads callbacks: what is in them for us. Fields and kinds are those of 接收普通消息 and 接收事件推送; what a
 * quoted message said is not among them.
 */
final class Letters {
    private static final String SCENE = "qrscene_";

    private Letters() {}

    static WechatLetter of(MessageXml message) {
        return switch (message.get("MsgType")) {
            case "text" -> text(message);
            case "image" ->
                    message.find("MediaId")
                            .<WechatLetter>map(Letters::picture)
                            .orElseGet(Letters::lost);
            case "voice" -> voice(message);
            case "location" -> place(message);
            case "link" -> Message.words(Cause.WORD, link(message));
            case "video", "shortvideo" ->
                    Message.missed(
                            "视频我还看不了，请发照片，或打字说明。",
                            "I cannot watch videos yet. Please send a picture, or tell me in words.");
            case "file" ->
                    Message.missed(
                            "文件我收不了。照片请直接发图片，其他内容请打字告诉我。",
                            "I cannot take files. Please send pictures as pictures, and tell me anything else in words.");
            case "event" -> event(message);
            default -> lost();
        };
    }

    private static WechatLetter lost() {
        return Message.missed("这个我看不懂，请打字告诉我。", "I cannot read this. Please tell me in words.");
    }

    /** A tapped line of a menu message brings its id. */
    private static WechatLetter text(MessageXml message) {
        var tapped = message.find("bizmsgmenuid");
        return tapped.map(id -> new Message(Cause.TAP, null, id, null, null, null))
                .orElseGet(() -> Message.words(Cause.WORD, message.get("Content")));
    }

    private static WechatLetter picture(String mediaId) {
        return new Message(Cause.WORD, null, null, null, mediaId, null);
    }

    private static WechatLetter voice(MessageXml message) {
        return message.find("Recognition")
                .<WechatLetter>map(words -> Message.words(Cause.WORD, words))
                .orElseGet(() ->
                        Message.missed(
                                "语音我还听不懂，请打字告诉我；长按语音选“转文字”，复制后发来也可以。",
                                "I cannot understand voice messages yet. Please type; WeChat can also turn speech into text."));
    }

    private static WechatLetter place(MessageXml message) {
        return location(message)
                .<WechatLetter>map(place -> new Message(Cause.WORD, null, null, place, null, null))
                .orElseGet(() ->
                        Message.missed(
                                "这个位置我认不出来，请重新发送位置，或直接写路名和门牌号。",
                                "I cannot read this location. Please send it again, or write road and number."));
    }

    private static Optional<Location> location(MessageXml message) {
        try {
            return Optional.of(
                    ChinaOffset.toEarth(
                            Double.parseDouble(message.get("Location_X")),
                            Double.parseDouble(message.get("Location_Y"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String link(MessageXml message) {
        return (message.get("Title") + "\n" + message.get("Url")).strip();
    }

    private static WechatLetter event(MessageXml message) {
        var key = message.get("EventKey");
        return switch (message.get("Event")) {
            case "subscribe" -> new WechatLetter.Followed(start(key));
            case "unsubscribe" -> new WechatLetter.Unfollowed();
            case "SCAN" -> Message.words(Cause.TAP, start(key));
            case "CLICK" ->
                    key.isEmpty() ? new WechatLetter.Nothing() : Message.words(Cause.TAP, key);
            default -> new WechatLetter.Nothing();
        };
    }

    private static String start(String key) {
        var scene = key.startsWith(SCENE) ? key.substring(SCENE.length()) : key;
        return ("/start " + scene).strip();
    }
}
