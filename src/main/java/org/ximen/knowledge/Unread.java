package org.ximen.knowledge;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.validity.TermWords;

/** What a text says of its force and nobody could read, as the editor is told. */
final class Unread {
    private static final Pattern ENDS = Pattern.compile("有效期(?!限?内|届)|" + TermWords.any("over"));
    private static final Pattern SPEAKS = Pattern.compile(ENDS + "|[起日后][^，。]{0,6}施行(?![前后之中的])");
    private static final Set<String> OF_ENDS =
            Set.of("expires", "supersedes", "repeals", "extended");
    private static final int LONGEST = 60;

    private Unread() {}

    /**
     * Sentences for the editor.
     *
     * @param lines of the text
     * @param said keys of the head that are known, whoever said them
     * @param facts those read from the text
     */
    static List<String> notes(
            String title, List<String> lines, Set<String> said, List<Fact> facts) {
        return lines.stream()
                .flatMap(line -> Sentences.of(line).stream())
                .map(String::strip)
                .filter(OwnForce::isOwn)
                .filter(sentence -> isOpen(sentence, said, facts))
                .findFirst()
                .map(sentence ->
                        List.of("文中写到“" + cut(sentence) + "”，没有读出日期，请核对 effective、expires"))
                .orElseGet(() -> trial(title, said));
    }

    private static boolean isOpen(String sentence, Set<String> said, List<Fact> facts) {
        if (facts.stream().anyMatch(fact -> fact.words().startsWith(start(sentence)))) {
            return ENDS.matcher(sentence).find()
                    && !said.contains("expires")
                    && said.stream().noneMatch(OF_ENDS::contains)
                    && sentence.contains("有效期");
        }
        boolean ends = ENDS.matcher(sentence).find();
        return SPEAKS.matcher(sentence).find()
                && (ends
                        ? said.stream().noneMatch(OF_ENDS::contains)
                        : !said.contains("effective"));
    }

    // A fact keeps the beginning of a long sentence.
    private static String start(String sentence) {
        return sentence.substring(0, Math.min(sentence.length(), LONGEST));
    }

    private static List<String> trial(String title, Set<String> said) {
        return title.contains("试行") && !said.contains("expires")
                ? List.of("标题写着试行，没有读出试行到哪天，请核对 expires")
                : List.of();
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }
}
