package org.ximen.knowledge;

import java.util.List;

/**
 * Certificates, cards and registrations. Each is a matter of its own: how an identity card is
 * replaced is no answer to who lost a driving licence, however near the words. What is learnt from
 * questions does not tell them apart: of 178 such questions 33 were answered without this.
 */
final class Papers {
    /** What is called by several names stands in one. */
    private static final List<List<String>> NAMES =
            WordFile.lines("papers.txt").map(line -> List.of(line.split(" "))).toList();

    private Papers() {}

    /**
     * Whether a question names some of them, none of which a text names.
     *
     * @param question as it was asked and as the files write it
     */
    static boolean asksForOther(String question, Reading text) {
        var named = NAMES.stream().filter(names -> names.stream().anyMatch(question::contains));
        var asked = named.toList();
        return !asked.isEmpty()
                && asked.stream()
                        .noneMatch(names ->
                                names.stream()
                                        .anyMatch(name ->
                                                text.text().contains(name)
                                                        || text.head().contains(name)));
    }
}
