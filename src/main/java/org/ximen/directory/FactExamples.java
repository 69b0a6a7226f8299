package org.ximen.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.understanding.LabelledFile;

/** The examples from which it is learnt what a question wants to know of a place. */
final class FactExamples {
    // Joins the facts of words that ask for two.
    private static final String AND = "+";

    private FactExamples() {}

    /**
     * One of them.
     *
     * @param facts at least one, the first first
     * @param words with {@link AskedClause#PLACE}, {@link AskedClause#DAY} and {@link
     *     AskedClause#TIME} for what is asked
     */
    record FactExample(List<FactWanted> facts, String words) {
        /** The facts in one word, as they are learnt. */
        String label() {
            return facts.stream().map(FactWanted::name).collect(Collectors.joining(AND));
        }

        boolean asksOfAPlace() {
            return facts.stream().noneMatch(fact -> fact == FactWanted.NONE || fact.isOfNoPlace());
        }
    }

    static List<FactExample> shipped() {
        return file().lines().stream()
                .map(line -> new FactExample(facts(line.label()), line.words()))
                .toList();
    }

    /** What a label stands for. */
    static List<FactWanted> facts(String label) {
        return Arrays.stream(label.toUpperCase(Locale.ROOT).split(Pattern.quote(AND)))
                .map(FactWanted::valueOf)
                .toList();
    }

    /** Tells sets of examples, and encoders, apart. */
    static String key(String encoder) {
        return file().key(encoder);
    }

    private static LabelledFile file() {
        return LabelledFile.beside(FactExamples.class, "facts.tsv");
    }
}
