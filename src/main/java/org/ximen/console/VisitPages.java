package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.ximen.cases.Incomplete;
import org.ximen.cases.StaffReading;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.visits.RemovalReason;
import org.ximen.visits.VisitDesk;
import org.ximen.visits.VisitOutcome;
import org.ximen.visits.VisitSearch;
import org.ximen.visits.Visits;

/** Visits, for a phone on the street: who is due, and two taps that somebody went there. */
@Controller
@RequestMapping("/console/visits")
public final class VisitPages implements Page {
    private static final int SIZE = 30;
    private static final int DAYS_AHEAD = 7;
    private static final String ONE = "redirect:/console/visits/";

    private final VisitDesk desk;
    private final CaseBook book;
    private final District district;
    private final VisitSheet sheet;
    private final InstantSource clock;

    /** What a form asks for. */
    private interface Doing {
        void run(Instant now);
    }

    public VisitPages(Visits visits, CaseBook book, District district, InstantSource clock) {
        this.desk = visits.desk();
        this.book = book;
        this.district = district;
        this.sheet = new VisitSheet(visits, book, district);
        this.clock = clock;
    }

    /**
     * @param all not null for those, too, who are not due within a week
     */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int page,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var now = clock.instant();
        var until = all == null ? Shown.today(now).plusDays(DAYS_AHEAD) : null;
        var search = new VisitSearch(until, Shown.filled(area), Shown.filled(kind), words);
        int number = Math.max(0, page);
        var found = desk.list(search, number, SIZE, me);
        model.addAttribute("items", found.stream().map(each -> sheet.of(each, now)).toList());
        model.addAttribute("count", desk.count(search, me));
        model.addAttribute("all", all);
        model.addAttribute("search", search);
        model.addAttribute("kinds", desk.kinds(me));
        model.addAttribute("areas", options(desk.areas(me)));
        model.addAttribute("before", number > 0 ? number - 1 : null);
        model.addAttribute("after", found.size() == SIZE ? number + 1 : null);
        return "console/visits";
    }

    private static List<Choices.Option> options(List<Area> areas) {
        return areas.stream().map(each -> new Choices.Option(each.code(), each.name())).toList();
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal StaffMember me) {
        return form(VisitSubjectForm.blank(), me);
    }

    @PostMapping("/new")
    ModelAndView add(
            @ModelAttribute VisitSubjectForm form, @AuthenticationPrincipal StaffMember me) {
        try {
            var added = desk.add(form.read(), form.sentKey(), me, clock.instant());
            return new ModelAndView(ONE + added.id() + "?done");
        } catch (StaffRefused e) {
            return refused(form(form, me), Refusals.status(e), e);
        }
    }

    private ModelAndView form(VisitSubjectForm form, StaffMember me) {
        var page = new ModelAndView("console/visit-new");
        page.addObject("form", form);
        offer(page, me);
        return page;
    }

    private void offer(ModelAndView page, StaffMember me) {
        page.addObject("kinds", desk.kinds(me));
        page.addObject(
                "areas",
                options(
                        desk.areas(me).stream()
                                .filter(area -> area.kind() == Area.Kind.NEIGHBOURHOOD)
                                .toList()));
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status, Exception why) {
        page.setStatus(status);
        page.addObject("problem", Objects.toString(why.getMessage()));
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView get(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        return page(id, me, VisitForm.blank());
    }

    @PostMapping("/{id}/visits")
    ModelAndView visit(
            @PathVariable long id,
            @ModelAttribute VisitForm form,
            @AuthenticationPrincipal StaffMember me) {
        desk.get(id, me);
        try {
            return visit(id, form, me, clock.instant());
        } catch (StaffRefused e) {
            return refused(page(id, me, form), Refusals.status(e), e);
        } catch (Incomplete e) {
            return refused(page(id, me, form), HttpStatus.BAD_REQUEST, e);
        }
    }

    /** What may be filed already, or lies elsewhere, is shown once before; a danger at once. */
    private ModelAndView visit(long id, VisitForm form, StaffMember me, Instant now) {
        var said = form.read();
        var look = desk.look(id, said, me).map(reading -> look(reading, me, now)).orElse(null);
        if (look != null && form.isDoubted(look) && !desk.isKept(id, form.sentKey())) {
            return page(id, me, form)
                    .addObject("look", look)
                    .addObject("shown", VisitForm.shown(look));
        }
        desk.visit(id, form.sentKey(), said, me, now);
        return look == null || look.danger() == null
                ? new ModelAndView(ONE + id + "?done")
                : page(id, me, VisitForm.blank()).addObject("danger", look.danger());
    }

    private CaseLook look(StaffReading reading, StaffMember me, Instant now) {
        var similar =
                desk.similar(reading, now).stream()
                        .filter(item -> book.find(item.number(), me).isPresent())
                        .toList();
        return CaseLook.of(reading, similar, district, now);
    }

    @PostMapping("/{id}/outcome")
    ModelAndView correct(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long visit,
            @RequestParam(defaultValue = "") String outcome,
            @AuthenticationPrincipal StaffMember me) {
        desk.get(id, me);
        return done(
                id,
                me,
                VisitForm.blank(),
                now -> desk.correct(id, visit, VisitForm.outcome(outcome), me, now),
                "?done");
    }

    @PostMapping("/{id}/change")
    ModelAndView change(
            @PathVariable long id,
            @ModelAttribute VisitSubjectForm form,
            @AuthenticationPrincipal StaffMember me) {
        desk.get(id, me);
        return done(
                id,
                me,
                VisitForm.blank(),
                now -> desk.change(id, form.read(), form.dropPhone() != null, me, now),
                "?done");
    }

    @PostMapping("/{id}/due")
    ModelAndView schedule(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal StaffMember me) {
        desk.get(id, me);
        return done(
                id,
                me,
                VisitForm.blank(),
                now -> {
                    var day = Shown.day(due);
                    if (day == null) {
                        throw new StaffRefused(StaffRefused.Reason.INVALID, "请选下次走访的日子。");
                    }
                    desk.schedule(id, day, me, now);
                },
                "?done");
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember me) {
        desk.get(id, me);
        try {
            desk.remove(id, reason(reason), me, clock.instant());
            return new ModelAndView("redirect:/console/visits?removed");
        } catch (StaffRefused e) {
            return refused(page(id, me, VisitForm.blank()), Refusals.status(e), e);
        }
    }

    private static RemovalReason reason(String typed) {
        var reason = Shown.constant(RemovalReason.class, typed);
        if (reason == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请选为什么移出。");
        }
        return reason;
    }

    /** What was typed of a visit stays. */
    @PostMapping("/{id}/phone")
    ModelAndView phone(
            @PathVariable long id,
            @ModelAttribute VisitForm form,
            @AuthenticationPrincipal StaffMember me) {
        var phone = desk.phone(id, me, clock.instant());
        return page(id, me, form.kept()).addObject("phone", phone.orElse("没有留电话。"));
    }

    /** What was typed of a visit stays. */
    @PostMapping("/{id}/care")
    ModelAndView care(
            @PathVariable long id,
            @ModelAttribute VisitForm form,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var notes = desk.care(id, me, now);
        return page(id, me, form.kept())
                .addObject(
                        "notes",
                        notes.stream()
                                .map(note ->
                                        new CareLine(
                                                note.words(),
                                                note.by()
                                                        + "，"
                                                        + Shown.time(note.at(), now)
                                                        + "，留到 "
                                                        + note.until()))
                                .toList());
    }

    /** A care note as the page shows it. */
    record CareLine(String words, String by) {}

    @PostMapping("/{id}/care/erase")
    ModelAndView eraseCare(@PathVariable long id, @AuthenticationPrincipal StaffMember me) {
        desk.get(id, me);
        return done(id, me, VisitForm.blank(), now -> desk.eraseCare(id, me, now), "?done");
    }

    /** What was typed stands on the page again where it was refused; never in an address. */
    private ModelAndView done(long id, StaffMember me, VisitForm typed, Doing doing, String after) {
        try {
            doing.run(clock.instant());
            return new ModelAndView(ONE + id + after);
        } catch (StaffRefused e) {
            return refused(page(id, me, typed), Refusals.status(e), e);
        } catch (Incomplete e) {
            return refused(page(id, me, typed), HttpStatus.BAD_REQUEST, e);
        }
    }

    private ModelAndView page(long id, StaffMember me, VisitForm typed) {
        var now = clock.instant();
        var subject = desk.get(id, me);
        var page = new ModelAndView("console/visit");
        page.addObject("s", sheet.of(subject, now));
        page.addObject("due", subject.due());
        page.addObject("typed", typed);
        page.addObject("form", VisitSubjectForm.of(subject));
        page.addObject(
                "items",
                desk.visits(id, me).stream().map(visit -> sheet.of(visit, me, now)).toList());
        page.addObject("caring", desk.isCaring(me));
        page.addObject("reasons", RemovalReason.values());
        page.addObject("outcomes", VisitOutcome.values());
        page.addObject("steering", desk.isSteering(me));
        offer(page, me);
        return page;
    }
}
