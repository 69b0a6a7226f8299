package org.ximen.console;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.ximen.deliberation.DeliberationDesk;
import org.ximen.deliberation.DeliberationState;
import org.ximen.deliberation.DeliberationText;
import org.ximen.deliberation.PaperEntry;
import org.ximen.district.District;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.topics.TopicDesk;

/** What is talked over (协商): the list, one with all its steps, codes to be printed. */
@Controller
@RequestMapping("/console/deliberations")
public final class DeliberationPages implements Page {
    private static final String ONE = "redirect:/console/deliberations/";
    private static final int LONGEST_TITLE = 40;

    private final DeliberationDesk desk;
    private final TopicDesk topics;
    private final District district;
    private final InstantSource clock;

    /** Shows and steers by these. */
    public DeliberationPages(
            DeliberationDesk desk, TopicDesk topics, District district, InstantSource clock) {
        this.desk = desk;
        this.topics = topics;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var chosen = Shown.constant(DeliberationState.class, state);
        model.addAttribute(
                "items",
                desk.list(chosen, me).stream()
                        .map(item -> DeliberationSheet.Line.of(item, district))
                        .toList());
        model.addAttribute("state", chosen);
        model.addAttribute("states", DeliberationState.values());
        model.addAttribute("steers", me.is(Role.EDITOR, Role.APPROVER, Role.ADMIN));
        return "console/deliberations";
    }

    @GetMapping("/new")
    ModelAndView form() {
        return formPage(DeliberationForm.EMPTY);
    }

    private ModelAndView formPage(DeliberationForm typed) {
        var page = new ModelAndView("console/deliberation-new");
        page.addObject("typed", typed);
        page.addObject("areas", Choices.areasOf(district));
        return page;
    }

    @PostMapping("/new")
    ModelAndView propose(
            @ModelAttribute DeliberationForm form, @AuthenticationPrincipal StaffMember me) {
        try {
            long id = desk.propose(form.text(), null, me, clock.instant());
            return new ModelAndView(ONE + id + "?done");
        } catch (StaffRefused e) {
            return refused(formPage(form), e);
        }
    }

    /** One click in a topic (一类事); the same again leads to the same. */
    @PostMapping("/of-topic/{topic}")
    String ofTopic(@PathVariable long topic, @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var file = topics.get(topic, me, now).topic();
        var area = file.area();
        var title = file.title() + "怎么治";
        var text =
                new DeliberationText(
                        title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                        file.place() + "的“" + file.category().shown() + "”反复出现，想听听大家的办法。",
                        area == null ? null : area.code(),
                        List.of());
        long id = desk.propose(text, topic, me, now);
        return me.is(Role.DISPATCHER)
                ? "redirect:/console/topics/" + topic + "?proposed"
                : ONE + id;
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me, DeliberationForm.EMPTY);
    }

    /** What is refused comes back with all that was typed. */
    @PostMapping("/{id}/steps")
    ModelAndView take(
            @PathVariable long id,
            @ModelAttribute DeliberationForm form,
            @AuthenticationPrincipal StaffMember me) {
        return done(id, me, form, () -> desk.take(id, form.read(), me, clock.instant()));
    }

    private ModelAndView done(long id, StaffMember me, DeliberationForm form, Runnable work) {
        desk.get(id, me);
        try {
            work.run();
            return new ModelAndView(ONE + id + "?done");
        } catch (StaffRefused e) {
            return refused(page(id, me, form), e);
        }
    }

    private static ModelAndView refused(ModelAndView page, StaffRefused e) {
        page.setStatus(Refusals.status(e));
        page.addObject("problem", Objects.toString(e.getMessage()));
        return page;
    }

    /** Codes are shown once, to be printed; afterwards nobody knows them but who has the paper. */
    @PostMapping("/{id}/codes")
    ModelAndView codes(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String households,
            @RequestParam(defaultValue = "") String had,
            @AuthenticationPrincipal StaffMember me) {
        var file = desk.get(id, me);
        try {
            var order = new DeliberationDesk.CodeOrder(orZero(households), orZero(had));
            var codes = desk.makeCodes(id, order, me, clock.instant());
            var page = new ModelAndView("console/ballots");
            page.addObject("item", file.item());
            page.addObject("codes", codes);
            return page;
        } catch (StaffRefused e) {
            var page = page(id, me, DeliberationForm.EMPTY);
            page.addObject("households", households);
            return refused(page, e);
        }
    }

    private static int orZero(String typed) {
        return typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : 0;
    }

    @PostMapping("/{id}/void-codes")
    ModelAndView voidCodes(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return done(id, me, DeliberationForm.EMPTY, () -> desk.voidCodes(id, me, clock.instant()));
    }

    @PostMapping("/{id}/paper")
    ModelAndView paper(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String codes,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffMember me) {
        var form =
                new DeliberationForm(
                        "paper", null, null, null, null, null, null, null, codes, null, null);
        var page =
                done(
                        id,
                        me,
                        form,
                        () -> {
                            var entry = new PaperEntry(PaperEntry.codes(codes), counts(typed));
                            desk.enterPaper(id, entry, me, clock.instant());
                        });
        if (page.getModelMap().containsAttribute("votes")) {
            page.addObject("votes", typed);
        }
        return page;
    }

    /** Fields {@code option-ID}. */
    private static Map<Long, Integer> counts(Map<String, String> typed) {
        var counts = new LinkedHashMap<Long, Integer>();
        typed.forEach((field, value) -> {
            if (field.matches("option-\\d{1,18}")) {
                long option = Long.parseLong(field.substring("option-".length()));
                counts.put(option, count(value.strip()));
            }
        });
        return counts;
    }

    private static int count(String typed) {
        if (!typed.matches("\\d{0,5}")) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "票数要是 0 或更多，请核对。");
        }
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    @PostMapping("/{id}/paper/{paper}/{step}")
    ModelAndView settle(
            @PathVariable long id,
            @PathVariable long paper,
            @PathVariable String step,
            @AuthenticationPrincipal StaffMember me) {
        return done(
                id,
                me,
                DeliberationForm.EMPTY,
                () -> {
                    var now = clock.instant();
                    switch (step) {
                        case "confirm" -> desk.confirmPaper(id, paper, me, now);
                        case "reject" -> desk.rejectPaper(id, paper, me, now);
                        default ->
                                throw new StaffRefused(
                                        StaffRefused.Reason.INVALID, "没有这一步，请刷新页面再试。");
                    }
                });
    }

    /** The draft goes the usual way of approval. */
    @PostMapping("/{id}/notice")
    String notice(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return "redirect:/console/notices/" + desk.draftNotice(id, me, clock.instant()).id();
    }

    private ModelAndView page(long id, StaffMember me, DeliberationForm typed) {
        var page = new ModelAndView("console/deliberation");
        var file = desk.get(id, me);
        page.addObject("d", DeliberationSheet.of(file, district, me, clock.instant()));
        page.addObject("typed", typed);
        page.addObject("votes", Map.of());
        page.addObject("households", "");
        page.addObject("areas", Choices.areasOf(district));
        page.addObject("today", Shown.today(clock.instant()).toString());
        return page;
    }
}
