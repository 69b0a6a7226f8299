package org.ximen.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.understanding.Verdict;

/**
 * The three questions after a case is over (三问一评); null where one was not answered.
 *
 * @param contacted {@code CONTACTED} or {@code UNCONTACTED}
 * @param solved {@code SOLVED}, {@code PARTLY} or {@code UNSOLVED}
 * @param satisfied {@code GOOD}, {@code MIDDLING} or {@code BAD}
 */
public record Rating(
        @Nullable Verdict contacted, @Nullable Verdict solved, @Nullable Verdict satisfied) {
    /** No question was answered. */
    public static final Rating NONE = new Rating(null, null, null);

    /** What can be asked, in this order. */
    public enum Question {
        SOLVED,
        CONTACTED,
        SATISFIED
    }

    /** With one more answer. */
    public Rating with(Verdict verdict) {
        return switch (verdict) {
            case SOLVED, PARTLY, UNSOLVED -> new Rating(contacted, verdict, satisfied);
            case CONTACTED, UNCONTACTED -> new Rating(verdict, solved, satisfied);
            case GOOD, MIDDLING, BAD -> new Rating(contacted, solved, verdict);
        };
    }

    /** What is still to be asked. */
    public Optional<Question> next() {
        if (solved == null) {
            return Optional.of(Question.SOLVED);
        }
        if (contacted == null) {
            return Optional.of(Question.CONTACTED);
        }
        return satisfied == null ? Optional.of(Question.SATISFIED) : Optional.empty();
    }

    /** Whether any question was answered. */
    public boolean answered() {
        return !equals(NONE);
    }
}
