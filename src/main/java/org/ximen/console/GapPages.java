package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.ximen.gaps.Gap;
import org.ximen.gaps.Gaps;
import org.ximen.gaps.Question;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Library;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What residents asked and the files did not answer well: the list, and one answered in place. */
@Controller
@RequestMapping("/console/gaps")
public final class GapPages implements Page {
    private static final int SIZE = 30;
    private static final int OTHERS = 100;
    private static final String ONE = "redirect:/console/gaps/";

    private final Gaps gaps;
    private final Library library;
    private final InstantSource clock;

    /** One group in the list. */
    record Line(
            long id,
            String question,
            String state,
            boolean open,
            String asked,
            String reasons,
            String last,
            @Nullable String article,
            @Nullable String note,
            @Nullable String proposedBy) {
        static Line of(Gap gap, Instant now) {
            var reasons =
                    gap.reasons().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(e -> e.getKey().shown() + " " + e.getValue())
                            .collect(Collectors.joining("、"));
            var proposed = gap.proposed();
            var lacked = gap.refused() == 0 ? "" : "没答上 " + gap.refused();
            return new Line(
                    gap.id(),
                    gap.question(),
                    gap.state().shown(),
                    gap.state() == Gap.State.OPEN,
                    gap.people() + " 人 " + gap.times() + " 次",
                    lacked.isEmpty() || reasons.isEmpty()
                            ? lacked + reasons
                            : lacked + "、" + reasons,
                    Shown.time(gap.lastAsked(), now),
                    gap.article(),
                    gap.note(),
                    proposed == null ? null : proposed.by());
        }
    }

    /** One question of a group. */
    record Asked(String text, String what, String at, @Nullable String remark) {
        static Asked of(Question question, Instant now) {
            var reason = question.reason();
            var what =
                    Boolean.FALSE.equals(question.useful())
                            ? "说没用" + (reason == null ? "" : "：" + reason.shown())
                            : question.result().shown();
            return new Asked(
                    question.text(), what, Shown.time(question.askedAt(), now), question.remark());
        }
    }

    public GapPages(Gaps gaps, Library library, InstantSource clock) {
        this.gaps = gaps;
        this.library = library;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "0") int page,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var known = Shown.constant(Gap.State.class, state);
        var wanted = known == null ? Gap.State.OPEN : known;
        int number = Math.max(0, page);
        var found = gaps.list(wanted, number, SIZE, me);
        model.addAttribute("items", lines(found));
        model.addAttribute("state", wanted.name());
        model.addAttribute(
                "states", List.of(Gap.State.OPEN, Gap.State.ANSWERED, Gap.State.DISMISSED));
        model.addAttribute("before", number > 0 ? number - 1 : null);
        model.addAttribute("after", found.size() == SIZE ? number + 1 : null);
        return "console/gaps";
    }

    private List<Line> lines(List<Gap> found) {
        var now = clock.instant();
        return found.stream().map(gap -> Line.of(gap, now)).toList();
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me, fresh(id, me));
    }

    /** What is published stays in the form; what staff propose stands beside it. */
    private FaqForm fresh(long id, StaffMember me) {
        var gap = gaps.get(id, me);
        var proposed = gap.proposed();
        return published(gap)
                .map(article -> FaqForm.of(article, proposed != null))
                .orElseGet(() ->
                        proposed == null
                                ? FaqForm.about(gap.question())
                                : FaqForm.proposing(gap.question(), proposed.answer()));
    }

    private Optional<Article> published(Gap gap) {
        return Optional.ofNullable(gap.article()).flatMap(library::find);
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(
            @PathVariable long id,
            @ModelAttribute FaqForm typed,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                typed,
                () -> {
                    boolean tell = typed.telling();
                    var now = clock.instant();
                    int told = gaps.answer(id, typed.faq(), tell, me, now);
                    library.refresh(now);
                    return ONE + id + "?told=" + told;
                });
    }

    @PostMapping("/{id}/dismiss")
    ModelAndView dismiss(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                fresh(id, me),
                () -> {
                    gaps.dismiss(id, reason, me, clock.instant());
                    return "redirect:/console/gaps";
                });
    }

    @PostMapping("/{id}/merge")
    ModelAndView merge(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long into,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                fresh(id, me),
                () -> {
                    gaps.merge(id, into, me, clock.instant());
                    return ONE + into;
                });
    }

    /** What is refused comes back with all that was typed. */
    private ModelAndView done(long id, StaffMember me, FaqForm typed, Supplier<String> work) {
        try {
            return new ModelAndView(work.get());
        } catch (StaffRefused e) {
            var page = page(id, me, typed);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", String.valueOf(e.getMessage()));
            return page;
        }
    }

    private ModelAndView page(long id, StaffMember me, FaqForm typed) {
        var now = clock.instant();
        var page = new ModelAndView("console/gap");
        var gap = gaps.get(id, me);
        var proposed = gap.proposed();
        page.addObject("g", Line.of(gap, now));
        page.addObject(
                "beside", proposed == null || published(gap).isEmpty() ? "" : proposed.answer());
        page.addObject("typed", typed);
        page.addObject(
                "asked", gaps.questions(id, me).stream().map(q -> Asked.of(q, now)).toList());
        page.addObject(
                "others",
                gaps.list(Gap.State.OPEN, 0, OTHERS, me).stream()
                        .filter(other -> other.id() != id)
                        .toList());
        return page;
    }
}
