package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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
import org.ximen.cases.CaseBook;
import org.ximen.district.District;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.topics.CaseTopic;
import org.ximen.topics.TopicDesk;
import org.ximen.topics.TopicFile;
import org.ximen.topics.TopicState;

/** What comes back (一类事): signs and topics, and one with all that is done about it. */
@Controller
@RequestMapping("/console/topics")
public final class TopicPages implements Page {
    private static final int MOST_CASES = 60;
    private static final String ONE = "redirect:/console/topics/";

    private final TopicDesk desk;
    private final CaseBook book;
    private final District district;
    private final InstantSource clock;

    public TopicPages(TopicDesk desk, CaseBook book, District district, InstantSource clock) {
        this.desk = desk;
        this.book = book;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var chosen = Shown.constant(TopicState.class, state);
        var wanted = chosen == null ? TopicState.CANDIDATE : chosen;
        var today = Shown.today(clock.instant());
        model.addAttribute(
                "items",
                desk.list(wanted, me).stream()
                        .map(topic -> TopicSheet.TopicLine.of(topic, today))
                        .toList());
        model.addAttribute("state", wanted);
        model.addAttribute("states", TopicState.values());
        return "console/topics";
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me, TopicForm.EMPTY);
    }

    /** What is refused comes back with all that was typed. */
    @PostMapping("/{id}/steps")
    ModelAndView take(
            @PathVariable long id,
            @ModelAttribute TopicForm form,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        desk.get(id, me, now);
        try {
            desk.take(id, form.read(now), me, now);
            return new ModelAndView(ONE + id + "?done");
        } catch (StaffRefused e) {
            var page = page(id, me, form);
            page.setStatus(Refusals.status(e));
            page.addObject("problem", Objects.toString(e.getMessage()));
            return page;
        }
    }

    private ModelAndView page(long id, StaffMember me, TopicForm form) {
        var now = clock.instant();
        var file = desk.get(id, me, now);
        var page = new ModelAndView("console/topic");
        page.addObject("t", TopicSheet.of(file, district, now));
        page.addObject("typed", form);
        page.addObject("steers", me.is(Role.DISPATCHER, Role.ADMIN));
        page.addObject("owners", desk.owners());
        page.addObject("departments", Choices.departmentsOf(district));
        page.addObject("others", others(file, me));
        page.addObject("count", file.numbers().size());
        page.addObject("cases", cases(file, me, now));
        return page;
    }

    /** Where it can be merged into. */
    private List<CaseTopic> others(TopicFile file, StaffMember me) {
        return desk.list(TopicState.OPEN, me).stream()
                .filter(other -> other.id() != file.topic().id())
                .filter(other -> other.category().equals(file.topic().category()))
                .toList();
    }

    private List<CaseLine> cases(TopicFile file, StaffMember me, Instant now) {
        return file.numbers().stream()
                .limit(MOST_CASES)
                .flatMap(number -> book.find(number, me).stream())
                .map(item -> CaseLine.of(item, district, now))
                .toList();
    }
}
