package org.ximen.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
 * @param seen what was shown of the errand before, as {@link #shown} says it
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
        @Nullable String call,
        @Nullable String seen) {
    static VisitForm blank() {
        return new VisitForm(newKey(), null, null, null, null, null, null, null, null, null);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    String sentKey() {
        return Objects.toString(key, "");
    }

    /** Whether anything but the outcome was typed. */
    public boolean isFilled() {
        return Stream.of(note, errand, place, suggestion, care, at, call)
                .anyMatch(typed -> Shown.filled(typed) != null);
    }

    /** What is to be looked at before an errand is filed; empty where nothing is. */
    static String shown(CaseLook look) {
        return look.numbers() + Objects.toString(look.outside(), "");
    }

    /** Whether there is something to look at that was not shown yet. */
    boolean isDoubted(CaseLook look) {
        var shown = shown(look);
        return !shown.isEmpty() && !shown.equals(seen);
    }

    NewVisit read() {
        return new NewVisit(
                outcome(outcome),
                time(),
                Objects.toString(note, ""),
                errand,
                place,
                suggestion,
                care,
                call != null);
    }

    static VisitOutcome outcome(@Nullable String typed) {
        var chosen = Shown.constant(VisitOutcome.class, typed);
        if (chosen == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请按“见到了”“没人在”或“不便打扰”。");
        }
        return chosen;
    }

    /** As it was typed, with a key where a look came without one. */
    VisitForm kept() {
        return Shown.filled(key) != null
                ? this
                : new VisitForm(
                        newKey(), outcome, at, note, errand, place, suggestion, care, call, seen);
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
