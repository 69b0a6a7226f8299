package org.ximen.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ximen.inbox.Raw;

/** Callbacks as they are stored: whose they are, and what tells the same one again. */
final class Callbacks {
    private static final int HASH_BYTES = 16;
    private static final String NOBODY = "0";

    private Callbacks() {}

    /** WeChat names no form; those seen have 28 characters. */
    static boolean isOpenid(String value) {
        return value.matches("[A-Za-z0-9_-]{6,100}");
    }

    /**
     * A message is told by its MsgId, an event, which has none, by its person, time and kind
     * (接收普通消息, 接收事件推送: 关于重试的消息排重).
     */
    static Raw raw(String xml) {
        var message = MessageXml.read(xml);
        var key =
                message.flatMap(m -> m.find("MsgId"))
                        .filter(id -> id.matches("\\d{1,40}"))
                        .map(id -> "m" + id)
                        .orElseGet(() -> "e" + hash(message.map(Callbacks::event).orElse(xml)));
        var from = message.map(m -> m.get("FromUserName")).filter(Callbacks::isOpenid);
        return new Raw(WechatChannel.NAME, key, from.orElse(NOBODY), xml);
    }

    private static String event(MessageXml message) {
        return String.join(
                "\n",
                message.get("FromUserName"),
                message.get("CreateTime"),
                message.get("Event"),
                message.get("EventKey"));
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
