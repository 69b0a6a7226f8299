package org.ximen.workdays;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of {@code config/workdays.yaml}.
 *
 * @param hours office hours of a working day, in order, not overlapping
 * @param years calendar year → its public holidays
 */
public record WorkdaysFile(String version, List<Hours> hours, Map<Integer, Year> years) {
    /** A stretch of office hours. */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("办公时间应先起后止：" + from + "—" + to);
            }
        }
    }

    /**
     * One year by the notice of the State Council's office (国务院办公厅).
     *
     * @param guess whether nobody has yet checked the entry against the notice
     * @param holidays stretches of days off
     * @param workdays Saturdays and Sundays worked in exchange (调休)
     */
    public record Year(@Nullable Boolean guess, List<Holiday> holidays, List<LocalDate> workdays) {
        public Year {
            holidays = holidays == null ? List.of() : List.copyOf(holidays);
            workdays = workdays == null ? List.of() : List.copyOf(workdays);
        }
    }

    /** Days off from the first to the last, both counted. */
    public record Holiday(String name, LocalDate from, LocalDate to) {
        public Holiday {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("假期应先起后止：" + name);
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public WorkdaysFile {
        hours = List.copyOf(hours);
        years = Map.copyOf(years);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("hours 至少要有一段办公时间");
        }
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from().isBefore(hours.get(i - 1).to())) {
                throw new IllegalArgumentException("hours 各段不应重叠：" + hours.get(i).from());
            }
        }
    }
}
