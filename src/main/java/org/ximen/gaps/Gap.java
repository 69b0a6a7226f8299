package org.ximen.gaps;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one meaning that want a better answer.
 *
 * @param question what stands for them all
 * @param people how many asked; those whose link is cut count once a question
 * @param times how often it was asked
 * @param refused how often the files had nothing, or only a guess
 * @param lastAsked the last time
 * @param reasons what was wrong with the answers given, and how often
 * @param article id of the FAQ that answers it, once there is one
 * @param note why it was dismissed
 * @param proposed what staff told somebody who asked, not checked yet; null where nobody did
 * @param changedBy who of the staff had it in hand last
 */
public record Gap(
        long id,
        State state,
        String question,
        long people,
        long times,
        long refused,
        @Nullable Instant lastAsked,
        Map<Reason, Long> reasons,
        @Nullable String article,
        @Nullable String note,
        @Nullable Proposal proposed,
        @Nullable String changedBy,
        Instant changedAt) {

    /**
     * Words of staff that may answer it.
     *
     * @param by account name of who said them
     */
    public record Proposal(String answer, String by) {}

    /** Where a group stands. */
    public enum State {
        OPEN("待解答"),
        /** An FAQ is out; a question that still misses it opens the group again. */
        ANSWERED("已解答"),
        /** Not for us to answer; the same question does not come back. */
        DISMISSED("不予解答"),
        /** Its questions belong to another group, and so do those to come. */
        MERGED("已合并");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }
    }

    public Gap {
        reasons = Map.copyOf(reasons);
    }

    /** The id of its FAQ, now or later. */
    String faq() {
        return "faq/gap-" + id;
    }
}
