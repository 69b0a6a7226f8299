package org.ximen.knowledge;

import java.util.regex.Pattern;
import org.ximen.text.WordLists;

/** Places whose rules are not ours, by the part that they play in a question. */
final class OtherPlaces {
    private static final WordLists WORDS =
            WordLists.beside(OtherPlaces.class, "other-places.properties");
    private static final String NAMES = WORDS.any("names");
    // A clause by which people say where they are from: 我是…人， 老家…，
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "(?:^|(?<=[，,。；; ]))%s*%s?%s?%s\\p{IsHan}{0,3}?%s?[，,。；; ]+"
                            .formatted(
                                    WORDS.any("who"),
                                    WORDS.any("from"),
                                    WORDS.any("at"),
                                    NAMES,
                                    WORDS.any("native")));
    // A road that is called after one, and people from there.
    private static final Pattern ASKED =
            Pattern.compile(NAMES + "(?!" + WORDS.any("people", "street") + "|[东南西北中]?[一二]?路)");
    private static final Pattern TITLE = Pattern.compile("《([^》]{2,60})》");
    private static final Pattern FULL = Pattern.compile("^" + WORDS.any("ours"));

    private OtherPlaces() {}

    /** A question without the clause that says where somebody is from: it is not what is asked. */
    static String withoutOrigin(String question) {
        var rest = ORIGIN.matcher(question).replaceFirst("");
        return rest.isEmpty() ? question : rest;
    }

    /** Whether a question is about a place or a document that the passage does not name. */
    static boolean asked(String question, Passage passage) {
        var text = passage.meaning();
        return ASKED.matcher(question).results().anyMatch(found -> !text.contains(found.group()))
                || TITLE.matcher(question)
                        .results()
                        .map(found -> FULL.matcher(found.group(1)).replaceFirst(""))
                        .anyMatch(title -> !text.contains(title));
    }
}
