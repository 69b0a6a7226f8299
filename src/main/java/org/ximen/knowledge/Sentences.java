package org.ximen.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ximen.text.Language;

/** Cuts running text behind 。！？； and at line breaks; closing quotes stay with their sentence. */
final class Sentences {
    private static final String STOPS = "。！？；!?;…";
    private static final String CLOSERS = "”’」』）)】》";

    private Sentences() {}

    /** The sentences; put together they are the text. */
    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        int from = 0;
        for (int end : ends(text)) {
            sentences.add(text.substring(from, end));
            from = end;
        }
        return sentences;
    }

    /** The sentences of a text in a language. */
    static List<String> of(String text, Language language) {
        return language == Language.EN ? english(text) : of(text);
    }

    private static List<String> english(String text) {
        var cuts = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        cuts.setText(text);
        var sentences = new ArrayList<String>();
        for (int from = 0, to = cuts.next(); to != BreakIterator.DONE; to = cuts.next()) {
            sentences.add(text.substring(from, to));
            from = to;
        }
        return sentences;
    }

    /** Where each of them ends. */
    static int[] ends(String text) {
        var ends = IntStream.builder();
        int from = 0;
        while (from < text.length()) {
            from = end(text, from);
            ends.add(from);
        }
        return ends.build().toArray();
    }

    private static int end(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\n') {
                return behind(text, i, "\n");
            }
            if (STOPS.indexOf(one) >= 0) {
                return behind(text, behind(text, i, STOPS), CLOSERS);
            }
        }
        return text.length();
    }

    /** The first place from here on where none of these characters stands. */
    private static int behind(String text, int from, String characters) {
        int i = from;
        while (i < text.length() && characters.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
