package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.OpinionDesk;
import org.ximen.staff.StaffMember;

/** Suggestions and praise, over HTTP. */
@RestController
@RequestMapping("/api/staff/opinions")
public final class OpinionsApi {
    private static final int PAGE = 50;

    private final OpinionDesk desk;
    private final InstantSource clock;

    record AnswerBody(@Nullable String result, @Nullable String reason) {}

    record PassOnBody(@Nullable String department, @Nullable String otherwise) {}

    record OpinionView(
            long id,
            Opinion.Kind kind,
            @Nullable String number,
            String words,
            List<Opinion.Addition> additions,
            @Nullable String place,
            @Nullable String area,
            Opinion.State state,
            Instant takenAt,
            @Nullable Instant due,
            boolean overdue,
            Opinion.@Nullable Settled settled) {
        static OpinionView of(Opinion opinion, Instant now) {
            return new OpinionView(
                    opinion.id(),
                    opinion.kind(),
                    opinion.number(),
                    opinion.words(),
                    opinion.additions(),
                    opinion.place(),
                    opinion.area(),
                    opinion.state(),
                    opinion.takenAt(),
                    opinion.due(),
                    opinion.isOverdue(now),
                    opinion.settled());
        }
    }

    public OpinionsApi(OpinionDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    List<OpinionView> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            @AuthenticationPrincipal StaffMember by) {
        var now = clock.instant();
        return desk
                .list(
                        Fields.constantOrNull("kind", Opinion.Kind.class, kind),
                        Fields.constantOrNull("state", Opinion.State.class, state),
                        Fields.number("page", page, 0),
                        Fields.number("size", size, PAGE),
                        by)
                .stream()
                .map(opinion -> OpinionView.of(opinion, now))
                .toList();
    }

    @GetMapping("/{id}")
    OpinionView get(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return OpinionView.of(desk.get(id, by), clock.instant());
    }

    @PostMapping(path = "/{id}/answer", consumes = APPLICATION_JSON_VALUE)
    OpinionView answer(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, AnswerBody.class);
        var result =
                Fields.constant(
                        "result", Opinion.Result.class, Fields.required("result", given.result()));
        var reason = Fields.required("reason", given.reason());
        var now = clock.instant();
        return OpinionView.of(desk.answer(id, result, reason, by, now), now);
    }

    @PostMapping(path = "/{id}/pass-on", consumes = APPLICATION_JSON_VALUE)
    OpinionView passOn(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, PassOnBody.class);
        var department = Fields.required("department", given.department());
        var now = clock.instant();
        return OpinionView.of(desk.passOn(id, department, given.otherwise(), by, now), now);
    }
}
