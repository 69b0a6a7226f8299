package org.ximen.dialogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a conversation stands between two messages. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "flow")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Flow.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = Flow.Asking.class, name = "asking"),
    @JsonSubTypes.Type(value = Flow.Reporting.class, name = "reporting"),
    @JsonSubTypes.Type(value = Flow.Watching.class, name = "watching"),
    @JsonSubTypes.Type(value = Flow.Subscribing.class, name = "subscribing"),
    @JsonSubTypes.Type(value = Flow.Forgetting.class, name = "forgetting"),
    @JsonSubTypes.Type(value = Flow.Arrived.class, name = "arrived")
})
sealed interface Flow {
    record Idle() implements Flow {}

    /**
     * A question was asked.
     *
     * @param question the last one, which a short next one may lean on
     * @param options what the buttons 您是想问…？ stand for
     */
    record Asking(String question, List<String> options) implements Flow {
        public Asking {
            options = List.copyOf(options);
        }
    }

    /**
     * A report is being told.
     *
     * @param asked what the person was asked for last
     * @param offered number of the case that it may be the same as, the only one it can join
     */
    record Reporting(Sketch sketch, Sketch.Missing asked, @Nullable String offered)
            implements Flow {}

    /**
     * A case was just filed; what comes within half an hour may belong to it.
     *
     * @param danger id of the danger it is about, or null
     */
    record Watching(String number, @Nullable String danger, Instant since) implements Flow {
        private static final Duration FRESH = Duration.ofMinutes(30);

        boolean fresh(Instant now) {
            return now.isBefore(since.plus(FRESH));
        }
    }

    /** The person was asked which area's notices they want. */
    record Subscribing() implements Flow {}

    /**
     * The person has just scanned a poster: what they report next is there, unless they say where.
     *
     * @param place of the poster, in words
     * @param area code of its area
     */
    record Arrived(String place, String area, Instant since) implements Flow {
        private static final Duration FRESH = Duration.ofMinutes(30);

        boolean fresh(Instant now) {
            return now.isBefore(since.plus(FRESH));
        }
    }

    /** The person was asked whether to erase everything. */
    record Forgetting() implements Flow {}
}
