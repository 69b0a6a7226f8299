package org.ximen.settings;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Where a text is no YAML, both from 1: where the part begins that could not be read, which is what
 * its writer has to look at, not where the parser gave up.
 */
public record YamlMistake(int line, int column) {
    /** What is wrong with it, for those who wrote it. */
    public static final String WORDS = "写法不对，请检查冒号、引号、括号和缩进";

    // The parser names both places in its message, the beginning first.
    private static final Pattern PLACE = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");

    /** The place that an exception of the parser names. */
    public static YamlMistake of(JacksonException e) {
        var message = String.valueOf(e.getOriginalMessage());
        var named = PLACE.matcher(message).results().toList();
        if (!named.isEmpty()) {
            // A whole block begins too far above.
            boolean block = message.startsWith("while parsing a block");
            return of(block ? named.getLast() : named.getFirst());
        }
        var at = e.getLocation();
        return at == null
                ? new YamlMistake(1, 1)
                : new YamlMistake(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static YamlMistake of(MatchResult place) {
        return new YamlMistake(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
    }

    /** The place and what is wrong there, as a sentence. */
    public String shown() {
        return "第 " + line + " 行第 " + column + " 列：" + WORDS;
    }
}
