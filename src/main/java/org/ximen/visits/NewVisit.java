package org.ximen.visits;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;

/**
 * What a member of staff says of a visit.
 *
 * @param at when it was; null for now
 * @param note internal; may be empty
 * @param errand what is to be done, which becomes a case; null where there is nothing
 * @param errandPlace where; null for the address that was visited
 * @param suggestion what was suggested there
 * @param care what those who look after them should know
 * @param mayCall whether those who work on it may call them
 */
public record NewVisit(
        VisitOutcome outcome,
        @Nullable Instant at,
        String note,
        @Nullable String errand,
        @Nullable String errandPlace,
        @Nullable String suggestion,
        @Nullable String care,
        boolean mayCall) {
    private static final int LONGEST = 500;
    private static final int LONGEST_ERRAND = 2000;
    private static final int LONGEST_PLACE = 200;

    public NewVisit {
        note = VisitText.optional("说明", note, LONGEST);
        errand = VisitText.filled("要办的事", errand, LONGEST_ERRAND);
        errandPlace = VisitText.filled("要办的事的地点", errandPlace, LONGEST_PLACE);
        suggestion = VisitText.filled("建议", suggestion, LONGEST_ERRAND);
        care = VisitText.filled("关爱情况", care, LONGEST);
        if (suggestion != null && outcome != VisitOutcome.MET) {
            throw new StaffRefused(INVALID, "没有见到人，不能替他提建议；要办的事可以照样立案。");
        }
    }

    /** That somebody went there, and nothing else. */
    public static NewVisit of(VisitOutcome outcome) {
        return new NewVisit(outcome, null, "", null, null, null, null, false);
    }
}
