package org.ximen.staff;

import java.time.LocalDate;

/**
 * Days on which a member is away, and who stands in; over by itself after the last.
 *
 * @param from first day, in the street's time
 * @param to last day
 * @param deputy name of the account that gets what comes for the member
 */
public record Absence(LocalDate from, LocalDate to, String deputy) {
    private static final int MOST_DAYS = 366;

    public Absence {
        if (to.isBefore(from)) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "不在的日期应先起后止：" + from + " 至 " + to + "，请核对。");
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "不在的日期最长一年，更久的请停用账号或改派工作。");
        }
    }

    /** Whether it is not over on a day. */
    public boolean isNotOver(LocalDate day) {
        return !day.isAfter(to);
    }

    /** In words: 2026-12-01 至 2026-12-05，由 老李 代. */
    public String shown() {
        return from + " 至 " + to + "，由 " + deputy + " 代";
    }
}
