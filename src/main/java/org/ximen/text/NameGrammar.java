package org.ximen.text;

import java.util.regex.Pattern;

/**
 * How people write their own name, their numbers and their door; the words beside which these stand
 * are those of {@code masking-words.properties}.
 */
public final class NameGrammar {
    private static final WordLists WORDS =
            WordLists.beside(NameGrammar.class, "masking-words.properties");

    /** A name of one's own with what introduces it: of a few characters, which then end. */
    public static final Pattern OWN_NAME =
            Pattern.compile(
                    "%s\\p{IsHan}{1,4}?(?=[,，。；;、！!\\s]|%s|$)[,，、]?"
                                    .formatted(WORDS.any("name", "surname"), WORDS.any("name.end"))
                            + "|(?i:\\bmy name is)(?: \\p{Lu}[\\p{L}'-]+){1,3}[,.]?");

    /** A mobile or ID number with what introduces it. */
    public static final Pattern OWN_NUMBER =
            Pattern.compile(
                    "%s?号?码?是?[:：]?(?<!\\d)(?:1\\d{10}|\\d{17}[\\dXx])(?!\\d)[,，、]?"
                            .formatted(WORDS.any("number")));

    /** What may be a name of one's own, group 1 what introduces it. */
    static final Pattern PERHAPS_NAME =
            Pattern.compile(
                    "(%2$s|%3$s(?=%1$s{2}))(?!%4$s)%1$s{1,3}(?=[,，。；;、 ]|$)"
                            .formatted(
                                    "[\\u4e00-\\u9fa5]",
                                    WORDS.any("surname"),
                                    WORDS.any("name", "name.perhaps"),
                                    WORDS.any("no.name")));

    /** Numbers of houses, lanes, buildings and rooms. */
    static final Pattern DOOR =
            Pattern.compile(
                    "[0-9０-９一二三四五六七八九十百]+(?=%s|号(?!%s))"
                            .formatted(WORDS.any("door"), WORDS.any("no.house")));

    private NameGrammar() {}
}
