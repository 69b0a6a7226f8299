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
 * @param wish what a phone could send with one touch; never the only way to go on
 * @param picture id of a stored photo that belongs to the words; who may see it the photos decide,
 *     and the words have to do without it
 * @param topic id of what comes back (一类事) that the message is about
 */
public record Reply(
        Kind kind,
        String text,
        List<Citation> citations,
        List<Choice> choices,
        @Nullable String caseNumber,
        Wish wish,
        @Nullable String picture,
        @Nullable Long topic) {

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

    /** What a reply asks for besides words. */
    public enum Wish {
        NOTHING,
        LOCATION,
        PHONE,
        /** To go on where nobody reads along. */
        PRIVACY
    }

    public Reply {
        citations = List.copyOf(citations);
        choices = List.copyOf(choices);
        // Stored by a version that knew no wishes.
        wish = wish == null ? Wish.NOTHING : wish;
    }

    /** Words and buttons. */
    public static Reply of(Kind kind, String text, Choice... choices) {
        return of(kind, text, List.of(choices));
    }

    /** Words and buttons. */
    public static Reply of(Kind kind, String text, List<Choice> choices) {
        return new Reply(kind, text, List.of(), choices, null, Wish.NOTHING, null, null);
    }

    /** Words with their sources, and buttons. */
    public static Reply cited(Kind kind, String text, List<Citation> sources, Choice... choices) {
        return new Reply(kind, text, sources, List.of(choices), null, Wish.NOTHING, null, null);
    }

    /** The same reply with words before it. */
    public Reply after(String words) {
        return new Reply(
                kind, words + "\n" + text, citations, choices, caseNumber, wish, picture, topic);
    }

    /** The same reply, tied to a case. */
    public Reply about(String number) {
        return new Reply(kind, text, citations, choices, number, wish, picture, topic);
    }

    /** The same reply, tied to what comes back. */
    public Reply ofTopic(long id) {
        return new Reply(kind, text, citations, choices, caseNumber, wish, picture, id);
    }

    /** The same reply, asking for what a phone can send with one touch. */
    public Reply wishing(Wish wanted) {
        return new Reply(kind, text, citations, choices, caseNumber, wanted, picture, topic);
    }

    /** Only words of the same kind: a part of a reply that is too long for one message. */
    public Reply part(String words) {
        return new Reply(kind, words, List.of(), List.of(), caseNumber, Wish.NOTHING, null, topic);
    }

    /** The same reply with other buttons. */
    public Reply offering(List<Choice> others) {
        return new Reply(kind, text, citations, others, caseNumber, wish, picture, topic);
    }

    /** The same reply without buttons. */
    public Reply withoutChoices() {
        return new Reply(kind, text, citations, List.of(), caseNumber, wish, picture, topic);
    }

    /** The same reply with other words. */
    public Reply saying(String words) {
        return new Reply(kind, words, citations, choices, caseNumber, wish, picture, topic);
    }

    /** The same reply with a picture, or without any. */
    public Reply picturing(@Nullable String photo) {
        return new Reply(kind, text, citations, choices, caseNumber, wish, photo, topic);
    }
}
