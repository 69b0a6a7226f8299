package org.ximen.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history; never changed.
 *
 * @param who the name of the member of staff, 反映人 or 系统
 * @param verb null for the report itself, for what is added to it, and for warnings
 * @param from null for the report itself
 * @param note why, or what the warning says
 */
public record Event(
        Instant at,
        String who,
        @Nullable Verb verb,
        @Nullable State from,
        State to,
        @Nullable String note) {
    /** What happened, in words. */
    public String shown() {
        if (verb != null) {
            return verb.shown();
        }
        if (from == null) {
            return "上报";
        }
        return who.equals(Actor.REPORTER) ? "补充" : "提醒";
    }
}
