package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts running text behind 。！？； and at line breaks; closing quotes stay with their sentence. */
final class Sentences {
    private static final Pattern END = Pattern.compile("[。！？；!?;…]+[”’」』）)】》]*|\\n+");

    private Sentences() {}

    /** The sentences; put together they are the text. */
    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        var end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            sentences.add(text.substring(from, end.end()));
            from = end.end();
        }
        if (from < text.length()) {
            sentences.add(text.substring(from));
        }
        return sentences;
    }
}
