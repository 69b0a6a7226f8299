package org.ximen.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step that staff take with a deliberation, with what it needs. */
public sealed interface DeliberationStep {
    /** Other words; not once the vote has begun. */
    record Edit(DeliberationText text) implements DeliberationStep {}

    /** Residents may comment until a day. */
    record Open(@Nullable LocalDate until) implements DeliberationStep {}

    /** Comments or votes are taken for longer. */
    record Extend(@Nullable LocalDate until) implements DeliberationStep {}

    /** There is a meeting, or the one there is has another time or place. */
    record Meet(@Nullable Instant at, String place) implements DeliberationStep {}

    /** What was said at the meeting; residents read it. */
    record Minutes(String words) implements DeliberationStep {}

    /** The vote begins and ends with a day. */
    record Vote(@Nullable LocalDate until) implements DeliberationStep {}

    /**
     * The result is published.
     *
     * @param result what was decided
     * @param reasons why what was not adopted was not
     */
    record Publish(String result, String reasons) implements DeliberationStep {}

    /** It is being carried out; its first measure. */
    record CarryOut(String what, @Nullable LocalDate due) implements DeliberationStep {}

    /** Another measure. */
    record AddMeasure(String what, @Nullable LocalDate due) implements DeliberationStep {}

    /** A measure was taken. */
    record MeasureDone(long measure, @Nullable LocalDate day) implements DeliberationStep {}

    /** It is over. */
    record Finish(String words) implements DeliberationStep {}

    /** It is not talked over any more. */
    record Drop(String reason) implements DeliberationStep {}

    /** Its row in the table. */
    default DeliberationVerb verb() {
        return switch (this) {
            case Edit edit -> DeliberationVerb.EDIT;
            case Open open -> DeliberationVerb.OPEN;
            case Extend extend -> DeliberationVerb.EXTEND;
            case Meet meet -> DeliberationVerb.MEET;
            case Minutes minutes -> DeliberationVerb.MINUTES;
            case Vote vote -> DeliberationVerb.VOTE;
            case Publish publish -> DeliberationVerb.PUBLISH;
            case CarryOut carry -> DeliberationVerb.CARRY_OUT;
            case AddMeasure add -> DeliberationVerb.ADD_MEASURE;
            case MeasureDone done -> DeliberationVerb.MEASURE_DONE;
            case Finish finish -> DeliberationVerb.FINISH;
            case Drop drop -> DeliberationVerb.DROP;
        };
    }
}
