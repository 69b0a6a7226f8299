package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence that limits what it says, or what was said before it: 但…除外, 未满…不得….
 *
 * @param head what is limited
 * @param clauses that limit it
 */
record LimitedSentence(String whole, String head, List<String> clauses) {
    private static final Pattern CLAUSE_END = Pattern.compile("[，,；;。！？：:\\n]");

    LimitedSentence {
        clauses = List.copyOf(clauses);
    }

    /** Those of a passage. */
    static List<LimitedSentence> in(String text, GuardWords words) {
        var found = new ArrayList<LimitedSentence>();
        var before = "";
        for (var sentence : Sentences.of(text)) {
            var limited = of(sentence.strip(), before, words);
            if (!limited.clauses().isEmpty()) {
                found.add(limited);
            }
            before = sentence.strip();
        }
        return found;
    }

    private static LimitedSentence of(String sentence, String before, GuardWords words) {
        var clauses =
                Arrays.stream(CLAUSE_END.split(sentence)).filter(each -> !each.isBlank()).toList();
        var limits =
                clauses.stream().filter(each -> words.exceptions().matcher(each).find()).toList();
        var heads = clauses.stream().filter(each -> !limits.contains(each)).toList();
        boolean ofBefore =
                heads.isEmpty()
                        || !limits.isEmpty() && clauses.getFirst().equals(limits.getFirst());
        var head = (ofBefore ? before : "") + String.join("", heads);
        return new LimitedSentence(sentence, head, limits);
    }

    String limits() {
        return String.join("，", clauses);
    }
}
