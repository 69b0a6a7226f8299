package org.ximen.console;

import java.util.Comparator;
import java.util.List;
import org.ximen.chat.Channel;
import org.ximen.chat.Look;
import org.ximen.chat.Reply;

/**
 * A message as it looks on one channel, made by that channel itself.
 *
 * @param messages more than one where the channel cuts it
 */
record Preview(String channel, String shown, List<Look> messages) {
    /** On every channel that the street has, the web page first. */
    static List<Preview> of(Reply reply, List<Channel> channels) {
        return channels.stream()
                .map(each -> new Preview(each.name(), shown(each.name()), each.preview(reply)))
                .sorted(Comparator.comparing(Preview::channel).reversed())
                .toList();
    }

    /** The channel's name in words. */
    static String shown(String channel) {
        return switch (channel) {
            case "telegram" -> "Telegram";
            case "web" -> "网页聊天";
            case "wechat" -> "微信公众号";
            default -> channel;
        };
    }
}
