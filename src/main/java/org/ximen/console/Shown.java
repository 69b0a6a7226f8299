package org.ximen.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseWords;
import org.ximen.staff.StaffRefused;

/** How pages show instants, and read what was typed. */
final class Shown {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Shown() {}

    static String time(@Nullable Instant at, Instant now) {
        return at == null ? "—" : CaseWords.time(at, now);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SHANGHAI);
    }

    /** The time to a limit: 还有 3 小时, 超 2 天. */
    static String left(@Nullable Instant deadline, Instant now) {
        return CaseWords.left(deadline, now);
    }

    static @Nullable String filled(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    static @Nullable LocalDate day(@Nullable String typed) {
        var text = filled(typed);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "日期应写成 2026-11-23 这样，请改正后再试。");
        }
    }

    /** The constant of that name; null for anything else. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String typed) {
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        return null;
    }
}
