package org.ximen.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.deliberation.DeliberationStep;
import org.ximen.deliberation.DeliberationText;
import org.ximen.staff.StaffRefused;

/**
 * A step with what is talked over, as it was typed.
 *
 * @param options one a line
 * @param words of whatever the step needs: minutes, a result, a reason, a measure
 */
record DeliberationForm(
        @Nullable String step,
        @Nullable String title,
        @Nullable String body,
        @Nullable String area,
        @Nullable String options,
        @Nullable String until,
        @Nullable String at,
        @Nullable String place,
        @Nullable String words,
        @Nullable String reasons,
        @Nullable String measure) {
    static final DeliberationForm EMPTY =
            new DeliberationForm(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * What it says.
     *
     * @throws StaffRefused if something is missing or too long
     */
    DeliberationText text() {
        var lines = Objects.toString(options, "").lines().toList();
        return new DeliberationText(or(title), or(body), area, lines);
    }

    /**
     * The step.
     *
     * @throws StaffRefused if something cannot be read
     */
    DeliberationStep read() {
        return switch (Objects.toString(step, "")) {
            case "edit" -> new DeliberationStep.Edit(text());
            case "open" -> new DeliberationStep.Open(day());
            case "extend" -> new DeliberationStep.Extend(day());
            case "meet" -> new DeliberationStep.Meet(moment(), or(place));
            case "minutes" -> new DeliberationStep.Minutes(or(words));
            case "vote" -> new DeliberationStep.Vote(day());
            case "publish" -> new DeliberationStep.Publish(or(words), or(reasons));
            case "carry-out" -> new DeliberationStep.CarryOut(or(words), day());
            case "add-measure" -> new DeliberationStep.AddMeasure(or(words), day());
            case "measure-done" -> new DeliberationStep.MeasureDone(number(measure), day());
            case "finish" -> new DeliberationStep.Finish(or(words));
            case "drop" -> new DeliberationStep.Drop(or(words));
            default -> throw invalid("没有这一步，请刷新页面再试。");
        };
    }

    private static String or(@Nullable String typed) {
        return Objects.toString(typed, "");
    }

    private @Nullable LocalDate day() {
        return Shown.day(until);
    }

    private @Nullable Instant moment() {
        var typed = Shown.filled(at);
        try {
            return typed == null
                    ? null
                    : LocalDateTime.parse(typed).atZone(Shown.SHANGHAI).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid("会议时间应写成 2026-12-01T19:00 这样，请改正后再试。");
        }
    }

    private static long number(@Nullable String typed) {
        var text = or(typed);
        if (!text.matches("\\d{1,18}")) {
            throw invalid("没有这一步，请刷新页面再试。");
        }
        return Long.parseLong(text);
    }

    private static StaffRefused invalid(String message) {
        return new StaffRefused(StaffRefused.Reason.INVALID, message);
    }
}
