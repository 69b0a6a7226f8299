package org.ximen.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.activities.ActivityPlan;
import org.ximen.staff.StaffRefused;

/** What was typed of an activity, by itself or in the form of its notice. */
record ActivityForm(
        @Nullable String title,
        @Nullable String about,
        @Nullable String contest,
        @Nullable String place,
        @Nullable String begins,
        @Nullable String ends,
        @Nullable String lastDay,
        @Nullable String seats,
        @Nullable String seatsEach) {
    static final ActivityForm EMPTY = new ActivityForm("", "", "", "", "", "", "", "", "1");

    /** What is there, to be changed. */
    static ActivityForm of(ActivityPlan plan) {
        return new ActivityForm(
                plan.title(),
                plan.about(),
                plan.contest(),
                plan.place(),
                typed(plan.begins()),
                typed(plan.ends()),
                plan.lastDay().toString(),
                plan.seats() == null ? "" : plan.seats().toString(),
                String.valueOf(plan.seatsEach()));
    }

    private static String typed(@Nullable Instant at) {
        return at == null
                ? ""
                : LocalDateTime.ofInstant(at, Shown.SHANGHAI)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /**
     * The activity; without a last day one can sign up until the day before it.
     *
     * @throws StaffRefused if something is missing or cannot be read
     */
    ActivityPlan plan() {
        var from = instant("活动开始的时间", begins);
        if (from == null) {
            throw invalid("请填写活动什么时候开始。");
        }
        return new ActivityPlan(
                Objects.toString(title, ""),
                Objects.toString(about, ""),
                Objects.toString(contest, ""),
                Objects.toString(place, ""),
                from,
                instant("活动结束的时间", ends),
                last(from),
                number("名额", seats),
                Objects.requireNonNullElse(number("每人可报的位数", seatsEach), 1));
    }

    private LocalDate last(Instant from) {
        var day = Shown.day(lastDay);
        return day == null ? Shown.day(from).minusDays(1) : day;
    }

    private static @Nullable Integer number(String what, @Nullable String typed) {
        var text = Shown.filled(typed);
        if (text != null && !text.matches("\\d{1,6}")) {
            throw invalid(what + "应是整数，例如 50，请改正后再试。");
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable Instant instant(String what, @Nullable String typed) {
        var text = Shown.filled(typed);
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(text).atZone(Shown.SHANGHAI).toInstant();
        } catch (DateTimeException e) {
            throw invalid(what + "应写成 2026-12-03T13:00 这样，请改正后再试。");
        }
    }

    private static StaffRefused invalid(String message) {
        return new StaffRefused(StaffRefused.Reason.INVALID, message);
    }
}
