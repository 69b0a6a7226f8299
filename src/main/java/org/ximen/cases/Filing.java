package org.ximen.cases;

import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;

/**
 * A draft on its way to become a case, with who brings it.
 *
 * @param reporter person id of who noticed it; null where that is not known
 * @param tell the chat that is told of every step; null where there is none
 * @param by what the history shows for who brings it
 * @param desk when the desk hears of it
 */
public record Filing(
        Draft draft,
        CaseOrigin origin,
        @Nullable Long reporter,
        @Nullable Sender tell,
        String by,
        DeskHears desk) {
    /** When the desk hears of a new case. */
    public enum DeskHears {
        ALWAYS,
        /** Of one of many. */
        IF_URGENT,
        /** Of what needs nobody to file it. */
        NEVER;

        boolean of(GridCase item) {
            return this == ALWAYS || this == IF_URGENT && item.urgent();
        }
    }

    /** What a resident reports from a chat. */
    static Filing byResident(Draft draft, long reporter, Sender tell) {
        return new Filing(
                draft, CaseOrigin.RESIDENT, reporter, tell, Actor.REPORTER, DeskHears.ALWAYS);
    }
}
