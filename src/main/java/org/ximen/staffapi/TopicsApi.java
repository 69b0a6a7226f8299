package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.cases.CaseBook;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.topics.CaseTopic;
import org.ximen.topics.EffectVerdict;
import org.ximen.topics.Recurrence;
import org.ximen.topics.TopicDesk;
import org.ximen.topics.TopicEffect;
import org.ximen.topics.TopicFile;
import org.ximen.topics.TopicMeasure;
import org.ximen.topics.TopicPlan;
import org.ximen.topics.TopicState;
import org.ximen.topics.TopicStep;
import org.ximen.workdays.WorkCalendar;

/** What comes back (一类事), over HTTP. */
@RestController
@RequestMapping("/api/staff/topics")
public final class TopicsApi {
    private final TopicDesk desk;
    private final CaseBook book;
    private final InstantSource clock;

    /** A step with what it needs; the rest stays out. */
    record StepBody(
            @Nullable String step,
            @Nullable String owner,
            @Nullable String cause,
            @Nullable String reviewOn,
            @Nullable String what,
            @Nullable String department,
            @Nullable String from,
            @Nullable Long measure,
            @Nullable String day,
            @Nullable String reason,
            @Nullable Long into,
            @Nullable String result) {
        private TopicPlan plan() {
            return new TopicPlan(owner, cause, Fields.dateOrNull("reviewOn", reviewOn));
        }

        private TopicStep.AddMeasure toDo() {
            return new TopicStep.AddMeasure(
                    Fields.required("what", what), department, Fields.dateOrNull("from", from));
        }

        private TopicStep.Done done(Instant now) {
            var given = Fields.dateOrNull("day", day);
            var today = now.atZone(WorkCalendar.ZONE).toLocalDate();
            return new TopicStep.Done(id("measure", measure), given == null ? today : given);
        }

        private static long id(String name, @Nullable Long value) {
            if (value == null) {
                throw new StaffRefused(INVALID, "请填写 " + name + "。");
            }
            return value;
        }

        TopicStep read(Instant now) {
            return switch (Fields.required("step", step)) {
                case "RAISE" -> new TopicStep.Raise(plan(), what == null ? null : toDo());
                case "DISMISS" -> new TopicStep.Dismiss(Fields.required("reason", reason));
                case "MERGE" -> new TopicStep.Merge(id("into", into));
                case "PLAN" -> new TopicStep.Replan(plan());
                case "MEASURE" -> toDo();
                case "DONE" -> done(now);
                case "END" -> new TopicStep.End(Fields.required("result", result));
                default ->
                        throw new StaffRefused(
                                INVALID, "step 应是 RAISE、DISMISS、MERGE、PLAN、MEASURE、DONE、END 之一。");
            };
        }
    }

    record TopicView(
            long id,
            TopicState state,
            String title,
            String category,
            @Nullable String area,
            boolean streetWide,
            Recurrence counted,
            @Nullable Integer weeklyMedian,
            TopicPlan plan,
            Instant foundAt,
            CaseTopic.@Nullable TopicDecision decided,
            CaseTopic.@Nullable TopicEnding ended) {
        static TopicView of(CaseTopic topic) {
            var area = topic.area();
            return new TopicView(
                    topic.id(),
                    topic.state(),
                    topic.title(),
                    topic.category().code(),
                    area == null ? null : area.code(),
                    topic.streetWide(),
                    topic.counted(),
                    topic.median(),
                    topic.plan(),
                    topic.foundAt(),
                    topic.decided(),
                    topic.ended());
        }
    }

    record FileView(
            TopicView topic,
            List<TopicMeasure> measures,
            List<String> cases,
            List<TopicEffect> effects,
            long asked,
            Map<EffectVerdict, Long> answers) {
        static FileView of(TopicFile file, List<String> cases) {
            return new FileView(
                    TopicView.of(file.topic()),
                    file.measures(),
                    cases,
                    file.effects(),
                    file.asked(),
                    file.answers());
        }
    }

    public TopicsApi(TopicDesk desk, CaseBook book, InstantSource clock) {
        this.desk = desk;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping
    List<TopicView> list(
            @RequestParam(required = false) @Nullable String state,
            @AuthenticationPrincipal StaffMember by) {
        var wanted = Fields.constantOrNull("state", TopicState.class, state);
        return desk.list(wanted == null ? TopicState.CANDIDATE : wanted, by).stream()
                .map(TopicView::of)
                .toList();
    }

    @GetMapping("/{id}")
    FileView get(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return view(desk.get(id, by, clock.instant()), by);
    }

    @PostMapping(path = "/{id}/steps", consumes = APPLICATION_JSON_VALUE)
    FileView take(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var now = clock.instant();
        var step = Json.read(body, StepBody.class).read(now);
        return view(desk.take(id, step, by, now), by);
    }

    /** With those of its cases that the member may see. */
    private FileView view(TopicFile file, StaffMember by) {
        var cases =
                file.numbers().stream()
                        .filter(number -> book.find(number, by).isPresent())
                        .toList();
        return FileView.of(file, cases);
    }
}
