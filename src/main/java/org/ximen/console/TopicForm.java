package org.ximen.console;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.staff.StaffRefused;
import org.ximen.topics.TopicPlan;
import org.ximen.topics.TopicStep;

/** A step with a topic, as it was typed. */
record TopicForm(
        @Nullable String step,
        @Nullable String owner,
        @Nullable String cause,
        @Nullable String reviewOn,
        @Nullable String what,
        @Nullable String department,
        @Nullable String from,
        @Nullable String measure,
        @Nullable String day,
        @Nullable String reason,
        @Nullable String into,
        @Nullable String result) {
    static final TopicForm EMPTY =
            new TopicForm(null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * The step.
     *
     * @throws StaffRefused if something cannot be read
     */
    TopicStep read(Instant now) {
        return switch (Objects.toString(step, "")) {
            case "raise" -> new TopicStep.Raise(plan(), Shown.filled(what) == null ? null : toDo());
            case "dismiss" -> new TopicStep.Dismiss(Objects.toString(reason, ""));
            case "merge" -> new TopicStep.Merge(id(into, "请选合并到哪一件。"));
            case "plan" -> new TopicStep.Replan(plan());
            case "measure" -> toDo();
            case "done" -> done(now);
            case "end" -> new TopicStep.End(Objects.toString(result, ""));
            default -> throw new StaffRefused(StaffRefused.Reason.INVALID, "没有这一步，请刷新页面再试。");
        };
    }

    private TopicPlan plan() {
        return new TopicPlan(owner, cause, Shown.day(reviewOn));
    }

    private TopicStep.AddMeasure toDo() {
        return new TopicStep.AddMeasure(Objects.toString(what, ""), department, Shown.day(from));
    }

    private TopicStep.Done done(Instant now) {
        var given = Shown.day(day);
        return new TopicStep.Done(
                id(measure, "没有这条措施，请刷新页面再试。"), given == null ? Shown.today(now) : given);
    }

    private static long id(@Nullable String typed, String otherwise) {
        var text = Objects.toString(typed, "");
        if (!text.matches("\\d{1,18}")) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, otherwise);
        }
        return Long.parseLong(text);
    }
}
