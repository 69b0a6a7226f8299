package org.ximen.merchants;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several units at a shop at one time, with one result (综合查一次).
 *
 * @param shop id of the shop, as long as it is noted; then the merchant is told
 * @param area code of the area of the place; null where it cannot be known
 * @param result what came of it, or why it was called off; null while it is planned
 * @param cases numbers of what was found and became a case; in lists they are left out
 */
public record JointVisit(
        long id,
        @Nullable Long shop,
        JointVisitPlan plan,
        @Nullable String area,
        State state,
        @Nullable String result,
        String plannedBy,
        @Nullable String settledBy,
        List<String> cases) {
    public JointVisit {
        cases = List.copyOf(cases);
    }

    JointVisit with(List<String> numbers) {
        return new JointVisit(id, shop, plan, area, state, result, plannedBy, settledBy, numbers);
    }

    /** How far it is. */
    public enum State {
        PLANNED("约好了"),
        DONE("去过了"),
        CANCELLED("取消了");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        /** The word that people read. */
        public String shown() {
            return shown;
        }
    }

    /** What can be done with it. */
    enum Step {
        PLAN,
        MOVE,
        CANCEL,
        FINISH
    }
}
