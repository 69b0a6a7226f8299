package org.ximen.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.activities.ActivityDesk;
import org.ximen.chat.Channel;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.notices.Notice;
import org.ximen.notices.Notices;
import org.ximen.notices.Step;
import org.ximen.residents.Profile;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Notices: the list, what residents will see, the second pair of eyes, progress. */
@Controller
@RequestMapping("/console/notices")
public final class NoticePages implements Page {
    private static final int MOST = 200;
    private static final Set<Notice.State> MOVING =
            Set.of(Notice.State.APPROVED, Notice.State.SENDING);

    private static final Set<Notice.State> OVER =
            Set.of(
                    Notice.State.DONE,
                    Notice.State.CANCELLED,
                    Notice.State.CORRECTED,
                    Notice.State.RECALLED);

    // Later the reason of the last return is history.
    private static final Set<Notice.State> JUDGED =
            Set.of(Notice.State.DRAFT, Notice.State.RETURNED);
    private static final Set<Step> WITH_WORDS =
            Set.of(Step.RETURN, Step.SUBMIT, Step.CORRECT, Step.RECALL);

    /** Tells htmx that nothing will change any more. */
    private static final HttpStatusCode STOP = HttpStatusCode.valueOf(286);

    private final Notices notices;
    private final ActivityDesk activities;
    private final List<Channel> channels;
    private final District district;
    private final InstantSource clock;

    /** A notice as one line of the list. */
    record Line(
            long id, String title, String state, String tone, String who, String to, String at) {}

    /**
     * A notice as its page shows it.
     *
     * @param looks what residents read
     */
    record Sheet(
            Line line,
            List<Preview> looks,
            String approvedBy,
            String sendAt,
            String expires,
            int revision,
            Notice.@Nullable Returned returned,
            List<Step> steps,
            boolean own) {
        /** Whether this step is open. */
        public boolean may(String step) {
            return steps.stream().anyMatch(open -> open.name().equals(step));
        }

        /** The steps that are a button and nothing more. */
        public List<Step> plain() {
            return steps.stream().filter(step -> !WITH_WORDS.contains(step)).toList();
        }
    }

    public NoticePages(NoticeFormPages.Features features, InstantSource clock) {
        this.notices = features.notices();
        this.activities = features.activities();
        this.channels = features.channels();
        this.district = features.district();
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String state, Model model) {
        var now = clock.instant();
        var wanted = Shown.constant(Notice.State.class, state);
        model.addAttribute(
                "items",
                notices.list(MOST).stream()
                        .filter(notice -> wanted == null || notice.state() == wanted)
                        .map(notice -> line(notice, now))
                        .toList());
        model.addAttribute("states", Notice.State.values());
        model.addAttribute("wanted", wanted);
        return "console/notices";
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return whole(id, me);
    }

    /** The part that refreshes itself. */
    @GetMapping("/{id}/progress")
    ModelAndView progress(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer revision,
            @AuthenticationPrincipal StaffMember me,
            HttpServletResponse response) {
        var page = page(id, me);
        if (revision != null && revision != notices.get(id).revision()) {
            // Buttons for new words beside a preview of the old ones would mislead.
            response.setHeader("HX-Refresh", "true");
        }
        page.setViewName("console/notice :: progress");
        if (OVER.contains(notices.get(id).state())) {
            page.setStatus(STOP);
        }
        return page;
    }

    @PostMapping("/{id}/steps")
    ModelAndView step(
            @PathVariable long id,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Integer revision,
            @AuthenticationPrincipal StaffMember me) {
        var wanted = Shown.constant(Step.class, step);
        if (wanted == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "没有这一步，请从通知页上的按钮里选。");
        }
        try {
            take(wanted, id, reason, revision, me);
            return new ModelAndView("redirect:/console/notices/" + id);
        } catch (StaffRefused e) {
            var page = whole(id, me);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", e.getMessage());
            page.addObject("reason", reason);
            return page;
        }
    }

    /** Other words for one that went out, or its end, by a notice of its own that waits. */
    @PostMapping("/{id}/follow")
    ModelAndView follow(
            @PathVariable long id,
            @ModelAttribute FollowForm form,
            @AuthenticationPrincipal StaffMember me) {
        notices.get(id);
        try {
            var written = form.write(notices, id, me, clock.instant());
            return new ModelAndView("redirect:/console/notices/" + written.id());
        } catch (StaffRefused e) {
            var page = whole(id, me);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", e.getMessage());
            page.addObject("follow", form);
            return page;
        }
    }

    private void take(
            Step step, long id, String reason, @Nullable Integer revision, StaffMember me) {
        var now = clock.instant();
        if (step == Step.RETURN) {
            notices.giveBack(id, revision, reason, me, now);
        } else {
            notices.take(step, id, revision, me, now);
        }
    }

    /** With what the part that refreshes itself leaves out, since it takes longer to count. */
    private ModelAndView whole(long id, StaffMember me) {
        var now = clock.instant();
        var notice = notices.get(id);
        var page = page(id, me);
        page.addObject("follow", FollowForm.of(notice));
        page.addObject("answers", answers(id));
        page.addObject("questions", NoticeQuestion.of(notices.answers().questions(id), now));
        page.addObject("before", notice.follow());
        page.addObject(
                "activity",
                activities
                        .ofNotice(id, me)
                        .map(known -> ActivitySheet.of(activities.get(known.id(), me), now))
                        .orElse(null));
        page.addObject(
                "reach", channels.stream().flatMap(each -> each.reach(now).stream()).toList());
        return page;
    }

    private ModelAndView page(long id, StaffMember me) {
        var now = clock.instant();
        var notice = notices.get(id);
        var progress = notices.progress(id);
        var page = new ModelAndView("console/notice");
        page.addObject("n", sheet(notice, me, now));
        page.addObject("p", progress);
        page.addObject("settled", progress.recipients() - progress.pending());
        page.addObject("moving", MOVING.contains(notice.state()));
        return page;
    }

    private List<AreaAnswers> answers(long id) {
        return notices.answers().reach(id).stream()
                .map(reach -> AreaAnswers.of(reach, district))
                .toList();
    }

    private Sheet sheet(Notice notice, StaffMember me, Instant now) {
        var approver = notice.approvedBy();
        var expires = notice.lastDay();
        return new Sheet(
                line(notice, now),
                Preview.of(notices.preview(notice, now), channels),
                approver == null ? "还没有审核" : approver,
                notice.sendAt() == null ? "审核通过后立即发送" : Shown.time(notice.sendAt(), now),
                expires == null ? "发送后 30 天" : expires.toString(),
                notice.revision(),
                JUDGED.contains(notice.state()) ? notice.returned() : null,
                notices.steps(notice, me),
                notice.state() == Notice.State.DRAFT && notice.writtenBy().equals(me.name()));
    }

    private Line line(Notice notice, Instant now) {
        return new Line(
                notice.id(),
                notice.title(),
                notice.state().shown(),
                tone(notice.state()),
                notice.writtenBy(),
                to(notice),
                Shown.time(notice.writtenAt(), now));
    }

    private static String tone(Notice.State state) {
        return switch (state) {
            case DRAFT, RETURNED, APPROVED, SENDING -> "wait";
            case DONE -> "good";
            case PAUSED, CANCELLED, CORRECTED, RECALLED -> "bad";
        };
    }

    private String to(Notice notice) {
        var areas =
                notice.areas().isEmpty()
                        ? "全街道"
                        : notice.areas().stream()
                                .sorted()
                                .map(code -> district.area(code).map(Area::name).orElse(code))
                                .collect(Collectors.joining("、"));
        var people =
                notice.profiles().isEmpty()
                        ? "所有人"
                        : Arrays.stream(Profile.values())
                                .filter(notice.profiles()::contains)
                                .map(Profile::shown)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("、"));
        return areas + " · " + people;
    }
}
