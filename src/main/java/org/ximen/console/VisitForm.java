package org.ximen.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.visits.NewVisit;
import org.ximen.visits.VisitOutcome;

/**
 * A visit as it was typed.
 *
 * @param key tells the form from others, so that one sent twice counts once
 * @param outcome name of an outcome, the button that was pressed
 * @param at the time by the clock on the wall; empty for now
 * @param call not null where they may be called
 */
record VisitForm(
        @Nullable String key,
        @Nullable String outcome,
        @Nullable String at,
        @Nullable String note,
        @Nullable String errand,
        @Nullable String place,
        @Nullable String suggestion,
        @Nullable String care,
        @Nullable String call) {
    static VisitForm blank() {
        return new VisitForm(newKey(), null, null, null, null, null, null, null, null);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    String sentKey() {
        return Objects.toString(key, "");
    }

    NewVisit read() {
        var chosen = Shown.constant(VisitOutcome.class, outcome);
        if (chosen == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请按“见到了”“没人在”或“不便打扰”。");
        }
        return new NewVisit(
                chosen,
                time(),
                Objects.toString(note, ""),
                errand,
                place,
                suggestion,
                care,
                call != null);
    }

    private @Nullable Instant time() {
        var typed = Shown.filled(at);
        try {
            return typed == null
                    ? null
                    : LocalDateTime.parse(typed).atZone(Shown.SHANGHAI).toInstant();
        } catch (DateTimeException e) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "时间应写成 2026-11-23T10:00 这样，或者不填，就是现在。");
        }
    }
}
