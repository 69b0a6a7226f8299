package org.ximen.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit that was asked to help with a case (协办), beside the one that has it (主办).
 *
 * @param department id
 * @param since when it came to this answer
 * @param note what was said with it
 */
public record CaseUnit(String department, Answer answer, Instant since, @Nullable String note) {

    /** How it stands with the unit. */
    public enum Answer {
        ASKED("等它答复", true),
        ACCEPTED("答应协助", true),
        DONE("已办好", false),
        DECLINED("说不归它办", false),
        WITHDRAWN("不用再协助", false);

        private final String shown;
        private final boolean open;

        Answer(String shown, boolean open) {
            this.shown = shown;
            this.open = open;
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }

        /** Whether its part is still to be done. */
        public boolean open() {
            return open;
        }
    }

    /** Whether its part is still to be done. */
    public boolean open() {
        return answer.open();
    }
}
