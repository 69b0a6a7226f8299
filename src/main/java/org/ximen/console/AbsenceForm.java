package org.ximen.console;

import org.jspecify.annotations.Nullable;
import org.ximen.staff.Absence;
import org.ximen.staff.StaffRefused;

/** What was typed into the form of who is away. */
record AbsenceForm(@Nullable String from, @Nullable String to, @Nullable String deputy) {
    Absence absence() {
        var first = Shown.day(from);
        var last = Shown.day(to);
        var chosen = Shown.filled(deputy);
        if (first == null || last == null || chosen == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请填写从哪天到哪天不在，并选替班的人。");
        }
        return new Absence(first, last, chosen);
    }
}
