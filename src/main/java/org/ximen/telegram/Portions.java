package org.ximen.telegram;

import java.util.ArrayList;
import java.util.List;
import org.ximen.chat.Reply;

/**
 * Cuts long replies at paragraphs, else at sentences, else where it must be, before they get marks.
 */
final class Portions {
    // UTF-16 units after the marks were read (core.telegram.org/bots/api#sendmessage).
    private static final int LONGEST = 4096;
    // The same for the words below a picture (core.telegram.org/bots/api#sendphoto).
    private static final int LONGEST_CAPTION = 1024;
    private static final List<String> SEAMS = List.of("\n\n", "\n", "。", "；", "，", " ");

    private Portions() {}

    /**
     * One reply or several; sources and buttons stay with the last, a picture goes before words
     * that are too long to stand below it.
     */
    static List<Reply> of(Reply reply) {
        var picture = reply.picture();
        if (picture == null) {
            return ofWords(reply);
        }
        if (Form.plain(reply).length() <= LONGEST_CAPTION) {
            return List.of(reply);
        }
        List<Reply> parts = new ArrayList<>();
        parts.add(reply.part("").picturing(picture));
        parts.addAll(ofWords(reply.picturing(null)));
        return List.copyOf(parts);
    }

    private static List<Reply> ofWords(Reply reply) {
        if (Form.plain(reply).length() <= LONGEST) {
            return List.of(reply);
        }
        int below = Form.plain(reply).length() - reply.text().length();
        List<Reply> parts = new ArrayList<>();
        var rest = reply.text();
        while (rest.length() + below > LONGEST) {
            // The last part needs room for the sources.
            int end = seam(rest, Math.min(LONGEST, Math.max(1, rest.length() - 1)));
            parts.add(reply.part(rest.substring(0, end).strip()));
            rest = rest.substring(end).strip();
        }
        parts.add(reply.saying(rest));
        return List.copyOf(parts);
    }

    /**
     * Where to cut so that the first piece has at most so many units and more than half of them.
     */
    private static int seam(String text, int most) {
        for (var mark : SEAMS) {
            int at = text.lastIndexOf(mark, most - mark.length());
            if (at > most / 2) {
                return at + mark.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
