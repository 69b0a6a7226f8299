package org.ximen.wechat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ximen.chat.Reply;

/** Cuts long replies at paragraphs, else at sentences, else where it must be. */
final class ByteParts {
    private static final List<String> SEAMS = List.of("\n\n", "\n", "。", "；", "，", " ");

    private ByteParts() {}

    /**
     * One reply or several; sources and choices stay with the last. A picture is a message of its
     * own, behind the words: it must not take the last one that may be sent.
     *
     * @param most bytes of one message in UTF-8
     */
    static List<Reply> of(Reply reply, int most) {
        var picture = reply.picture();
        List<Reply> parts = new ArrayList<>(ofWords(reply.picturing(null), most));
        if (picture != null) {
            parts.add(reply.part("").picturing(picture));
        }
        return List.copyOf(parts);
    }

    private static List<Reply> ofWords(Reply reply, int most) {
        List<Reply> parts = new ArrayList<>();
        var rest = reply;
        // What stands below the words may alone be longer; then it stays whole.
        while (size(rest) > most && rest.text().length() > 1) {
            int end = seam(rest.text(), fitting(rest.text(), most));
            parts.add(reply.part(rest.text().substring(0, end).strip()));
            rest = rest.saying(rest.text().substring(end).strip());
        }
        parts.add(rest);
        return List.copyOf(parts);
    }

    private static int size(Reply reply) {
        return bytes(WechatWords.of(reply) + ChoiceLines.below(reply));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** How many characters fit, at least one and not all: the last part carries what is below. */
    private static int fitting(String text, int most) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            taken += bytes(text.substring(end, next));
            if (taken > most || next >= text.length()) {
                break;
            }
            end = next;
        }
        return Math.max(1, end);
    }

    private static int seam(String text, int most) {
        for (var mark : SEAMS) {
            int at = text.lastIndexOf(mark, most - mark.length());
            if (at > most / 2) {
                return at + mark.length();
            }
        }
        return most;
    }
}
