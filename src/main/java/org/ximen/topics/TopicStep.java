package org.ximen.topics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What dispatchers can do with a topic. */
public sealed interface TopicStep {
    /** A sign becomes a topic (立为一类事): its reporters are told, once. */
    record Raise(TopicPlan plan, @Nullable AddMeasure measure) implements TopicStep {}

    /**
     * A sign is none (不是). What was reported until now no longer makes one.
     *
     * @param reason not blank
     */
    record Dismiss(String reason) implements TopicStep {}

    /**
     * It is part of another.
     *
     * @param into id of a sign or topic of the same category
     */
    record Merge(long into) implements TopicStep {}

    /** Owner, cause and day of review, as they are from now on. */
    record Replan(TopicPlan plan) implements TopicStep {}

    /**
     * Something is done about it.
     *
     * @param what not blank
     * @param department id or name
     */
    record AddMeasure(String what, @Nullable String department, @Nullable LocalDate from)
            implements TopicStep {}

    /** A measure was taken. */
    record Done(long measure, LocalDate day) implements TopicStep {}

    /**
     * It is over: its reporters hear of the effect and are asked, once.
     *
     * @param result what came of it, which the reporters read; not blank
     */
    record End(String result) implements TopicStep {}

    /** The word in records. */
    default String recorded() {
        return switch (this) {
            case Raise raise -> "topic.raise";
            case Dismiss dismiss -> "topic.dismiss";
            case Merge merge -> "topic.merge";
            case Replan replan -> "topic.plan";
            case AddMeasure measure -> "topic.measure";
            case Done done -> "topic.done";
            case End end -> "topic.end";
        };
    }
}
