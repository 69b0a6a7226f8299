package org.ximen.knowledge;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places whose rules are not ours, by the part that they play in a question. */
final class OtherPlaces {
    private static final String NAMES =
            WordFile.lines("other-places.txt")
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")"));
    // A clause by which people say where they are from: 我是…人， 老家…，
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "(?:^|(?<=[，,。；; ]))(?:(?:我|我们|他|她|刚)*(?:是|从|老家)?(?:是|在)?)"
                            + NAMES
                            + "\\p{IsHan}{0,3}?(?:人|来|来的|过来|过来的|的|户口|户籍)?[，,。；; ]+");
    // A road that is called after one, and people from there.
    private static final Pattern ASKED =
            Pattern.compile(NAMES + "(?!人|户口|户籍|籍|来|[东南西北中]?[一二]?路|街|弄)");
    private static final Pattern TITLE = Pattern.compile("《([^》]{2,60})》");
    private static final Pattern FULL = Pattern.compile("^(?:中华人民共和国|上海市)");

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
