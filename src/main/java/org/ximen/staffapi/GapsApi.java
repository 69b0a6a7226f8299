package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

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
import org.ximen.gaps.Faq;
import org.ximen.gaps.Gap;
import org.ximen.gaps.Gaps;
import org.ximen.gaps.Question;
import org.ximen.gaps.Reason;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What residents asked and the files did not answer well, over HTTP. */
@RestController
@RequestMapping("/api/staff/gaps")
public final class GapsApi {
    private static final int PAGE = 50;

    private final Gaps gaps;
    private final InstantSource clock;

    record FaqBody(
            @Nullable String question,
            @Nullable String answer,
            @Nullable String source,
            @Nullable String effective,
            @Nullable String expires,
            @Nullable Boolean tell) {
        Faq faq() {
            return new Faq(
                    Fields.required("question", question),
                    Fields.required("answer", answer),
                    source,
                    Fields.dateOrNull("effective", effective),
                    Fields.dateOrNull("expires", expires));
        }
    }

    record ReasonBody(@Nullable String reason) {}

    record MergeBody(@Nullable Long into) {}

    record GapView(
            long id,
            Gap.State state,
            String question,
            long people,
            long times,
            long refused,
            @Nullable Instant lastAsked,
            Map<Reason, Long> reasons,
            @Nullable String article,
            @Nullable String note,
            @Nullable String changedBy,
            Instant changedAt) {
        static GapView of(Gap gap) {
            return new GapView(
                    gap.id(),
                    gap.state(),
                    gap.question(),
                    gap.people(),
                    gap.times(),
                    gap.refused(),
                    gap.lastAsked(),
                    gap.reasons(),
                    gap.article(),
                    gap.note(),
                    gap.changedBy(),
                    gap.changedAt());
        }
    }

    record GapAndQuestions(GapView gap, List<Question> questions) {}

    /**
     * @param told how many people who had asked are told
     */
    record Answered(GapView gap, int told) {}

    public GapsApi(Gaps gaps, InstantSource clock) {
        this.gaps = gaps;
        this.clock = clock;
    }

    @GetMapping
    List<GapView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            @AuthenticationPrincipal StaffMember by) {
        var wanted = Fields.constantOrNull("state", Gap.State.class, state);
        return gaps
                .list(
                        wanted == null ? Gap.State.OPEN : wanted,
                        Fields.number("page", page, 0),
                        Fields.number("size", size, PAGE),
                        by)
                .stream()
                .map(GapView::of)
                .toList();
    }

    @GetMapping("/{id}")
    GapAndQuestions get(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return new GapAndQuestions(view(id, by), gaps.questions(id, by));
    }

    @PostMapping(path = "/{id}/answer", consumes = APPLICATION_JSON_VALUE)
    Answered answer(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, FaqBody.class);
        boolean tell = Boolean.TRUE.equals(given.tell());
        int told = gaps.answer(id, given.faq(), tell, by, clock.instant());
        return new Answered(view(id, by), told);
    }

    @PostMapping(path = "/{id}/dismiss", consumes = APPLICATION_JSON_VALUE)
    GapView dismiss(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var reason = Fields.required("reason", Json.read(body, ReasonBody.class).reason());
        gaps.dismiss(id, reason, by, clock.instant());
        return view(id, by);
    }

    /** Answers with the group that the questions belong to now. */
    @PostMapping(path = "/{id}/merge", consumes = APPLICATION_JSON_VALUE)
    GapView merge(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var into = Json.read(body, MergeBody.class).into();
        if (into == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请填写 into：合并到哪个问题的编号。");
        }
        gaps.merge(id, into, by, clock.instant());
        return view(into, by);
    }

    private GapView view(long id, StaffMember by) {
        return GapView.of(gaps.get(id, by));
    }
}
