package org.ximen.validity;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says of the force of a text.
 *
 * @param start when it begins; absent where the sentence does not say
 * @param end when it ends; absent where the sentence does not say
 */
public record Force(@Nullable Phrase<Start> start, @Nullable Phrase<End> end) {
    /** A sentence that says nothing of it. */
    static final Force NONE = new Force(null, null);

    /**
     * What was read, and where in the sentence.
     *
     * @param from where its words begin
     * @param to behind them
     */
    public record Phrase<T>(T value, int from, int to) {}

    /** When a text begins to count. */
    public sealed interface Start {}

    /** When it ceases to count. */
    public sealed interface End {}

    /** On this day; as an end it is the last day. */
    public record OnDay(LocalDate day) implements Start, End {}

    /** So long after the text was issued (印发之日起30日后). */
    public record AfterIssue(Period delay) implements Start {}

    /** So long after it began (有效期5年). */
    public record Lasting(Period term) implements End {
        /** The last day of a text that began on this one. */
        public LocalDate last(LocalDate start) {
            return start.plus(term).minusDays(1);
        }
    }
}
