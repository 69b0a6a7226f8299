package org.ximen.console;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.district.District;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.OpinionDesk;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Masking;

/** Suggestions and praise: the list, and one answered or passed on in place. */
@Controller
@RequestMapping("/console/opinions")
public final class OpinionPages implements Page {
    private static final int SIZE = 30;
    private static final String ONE = "redirect:/console/opinions/";

    private final OpinionDesk desk;
    private final District district;
    private final InstantSource clock;

    /**
     * Whether it can be shown to everybody.
     *
     * @param words as they are shown, or could be
     */
    record PublishForm(
            boolean adopted, String consent, boolean allowed, boolean shown, String words) {
        static PublishForm of(Opinion opinion, boolean heard) {
            var told = opinion.publishing();
            var shown = told.words();
            var consent = heard ? consent(told) : "对方没有聊天，问不到，不能登";
            return new PublishForm(
                    opinion.isAdopted(),
                    consent,
                    told.isAllowed(),
                    shown != null,
                    shown == null ? Masking.anonymous(opinion.words()) : shown);
        }

        private static String consent(Opinion.Publishing told) {
            return told.allowed() == null ? "本人还没有回答" : told.isAllowed() ? "本人同意" : "本人不同意";
        }
    }

    public OpinionPages(OpinionDesk desk, District district, InstantSource clock) {
        this.desk = desk;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "0") int page,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var now = clock.instant();
        var wantedKind = Shown.constant(Opinion.Kind.class, kind);
        var wantedState = Shown.constant(Opinion.State.class, state);
        int number = Math.max(0, page);
        var found = desk.list(wantedKind, wantedState, number, SIZE, me);
        model.addAttribute(
                "items", found.stream().map(o -> OpinionSheet.of(o, district, now)).toList());
        model.addAttribute("kind", wantedKind == null ? "" : wantedKind.name());
        model.addAttribute("state", wantedState == null ? "ALL" : wantedState.name());
        model.addAttribute("kinds", Opinion.Kind.values());
        model.addAttribute("states", Opinion.State.values());
        model.addAttribute("before", number > 0 ? number - 1 : null);
        model.addAttribute("after", found.size() == SIZE ? number + 1 : null);
        return "console/opinions";
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me);
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                Map.of("result", result, "reason", reason),
                () -> {
                    desk.get(id, me);
                    desk.answer(id, result(result), reason, me, clock.instant());
                    return ONE + id + "?done=answered";
                });
    }

    @PostMapping("/{id}/publish")
    ModelAndView publish(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                Map.of("words", words),
                () -> {
                    desk.get(id, me);
                    desk.publish(id, words, me, clock.instant());
                    return ONE + id + "?done=published";
                });
    }

    @PostMapping("/{id}/unpublish")
    ModelAndView unpublish(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                Map.of(),
                () -> {
                    desk.get(id, me);
                    desk.unpublish(id, me, clock.instant());
                    return ONE + id + "?done=unpublished";
                });
    }

    private static Opinion.Result result(String typed) {
        var result = Shown.constant(Opinion.Result.class, typed);
        if (result == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请选采纳、部分采纳或不采纳。");
        }
        return result;
    }

    @PostMapping("/{id}/pass-on")
    ModelAndView passOn(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String otherwise,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                Map.of("department", department, "otherwise", otherwise),
                () -> {
                    desk.get(id, me);
                    desk.passOn(id, department, otherwise, me, clock.instant());
                    return ONE + id + "?done=passed";
                });
    }

    /** What is refused comes back with all that was typed. */
    private ModelAndView done(
            long id, StaffMember me, Map<String, String> typed, Supplier<String> work) {
        try {
            return new ModelAndView(work.get());
        } catch (StaffRefused e) {
            var page = page(id, me);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", Objects.toString(e.getMessage()));
            page.addAllObjects(typed);
            return page;
        }
    }

    private ModelAndView page(long id, StaffMember me) {
        var now = clock.instant();
        var page = new ModelAndView("console/opinion");
        var opinion = desk.get(id, me);
        boolean heard = desk.isHeard(opinion);
        page.addObject("o", OpinionSheet.of(opinion, district, now));
        page.addObject("heard", heard);
        page.addObject("publishing", PublishForm.of(opinion, heard));
        page.addObject("results", Opinion.Result.values());
        page.addObject("departments", district.departments());
        return page;
    }
}
