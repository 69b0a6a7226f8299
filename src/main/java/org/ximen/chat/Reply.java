package org.ximen.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of ours, before a channel gives it its form.
 *
 * @param text plain text; line breaks are kept, no markup
 * @param citations sources, in the order of their marks 〔1〕〔2〕 in the text
 * @param choices buttons; never the only way to go on, since old buttons die
 * @param caseNumber the case that the message is about
 */
public record Reply(
        Kind kind,
        String text,
        List<Citation> citations,
        List<Choice> choices,
        @Nullable String caseNumber) {

    /** What a reply is, for channels that show kinds differently and for tests. */
    public enum Kind {
        ANSWER,
        REFUSAL,
        QUESTION,
        RECEIPT,
        STATUS,
        NOTICE,
        HELP
    }

    public Reply {
        citations = List.copyOf(citations);
        choices = List.copyOf(choices);
    }

    /** Words and buttons. */
    public static Reply of(Kind kind, String text, Choice... choices) {
        return new Reply(kind, text, List.of(), List.of(choices), null);
    }

    /** The same reply with words before it. */
    public Reply after(String words) {
        return new Reply(kind, words + "\n" + text, citations, choices, caseNumber);
    }

    /** The same reply, tied to a case. */
    public Reply about(String number) {
        return new Reply(kind, text, citations, choices, number);
    }
}
