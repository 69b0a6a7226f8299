package org.ximen.wechat;

import java.util.stream.IntStream;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages in the form that WeChat takes. */
final class MessageJson {
    private MessageJson() {}

    /** Words, their choices as numbered lines below. */
    static JsonNode text(Outgoing message) {
        var body = to(message, "text");
        var words = WechatWords.of(message.reply()) + ChoiceLines.below(message.reply());
        body.putObject("text").put("content", words);
        return body;
    }

    /** Words and lines to tap, which are numbered all the same. */
    static JsonNode menu(Outgoing message) {
        var body = to(message, "msgmenu");
        var menu = body.putObject("msgmenu");
        menu.put("head_content", WechatWords.of(message.reply()));
        var lines = ChoiceLines.of(message.reply());
        var list = menu.putArray("list");
        IntStream.range(0, lines.size())
                .forEach(i ->
                        list.addObject()
                                .put("id", message.reply().choices().get(i).value())
                                .put("content", lines.get(i)));
        menu.put("tail_content", ChoiceLines.HINT);
        return body;
    }

    /** A picture that WeChat has. */
    static JsonNode image(Outgoing message, String mediaId) {
        var body = to(message, "image");
        body.putObject("image").put("media_id", mediaId);
        return body;
    }

    private static ObjectNode to(Outgoing message, String kind) {
        return WechatHttp.JSON
                .createObjectNode()
                .put("touser", message.to().address())
                .put("msgtype", kind);
    }

    /** That something waits for a person. */
    static JsonNode reminder(Outgoing message, WechatSettings.Template template, String url) {
        var body =
                WechatHttp.JSON
                        .createObjectNode()
                        .put("touser", message.to().address())
                        .put("template_id", template.requiredId());
        if (!url.isEmpty()) {
            body.put(
                    template.kind() == WechatSettings.Template.Kind.TEMPLATE ? "url" : "page", url);
        }
        body.putObject("data")
                .putObject(template.field())
                .put("value", start(message.reply(), template.most()));
        return body;
    }

    private static String start(Reply reply, int most) {
        var line = reply.text().strip().lines().findFirst().orElse("您有一条新消息");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
