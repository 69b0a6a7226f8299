package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.cases.AlreadyFiled;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseSource;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Incomplete;
import org.ximen.cases.StaffReports;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.handoff.Ticket;
import org.ximen.handoff.TicketDesk;
import org.ximen.staff.StaffMember;
import org.ximen.text.Masking;

/** A case that staff file for somebody (代报), or found themselves. */
@Controller
@RequestMapping("/console/cases/new")
public final class CaseFormPages implements Page {
    private final Features features;
    private final InstantSource clock;

    /** What these pages read and write. */
    public record Features(
            Db db,
            StaffReports reports,
            CodeTable codeTable,
            District district,
            CaseBook book,
            TicketDesk tickets) {}

    public CaseFormPages(Features features, InstantSource clock) {
        this.features = features;
        this.clock = clock;
    }

    /** Blank, or filled with the masked words of a talk that the viewer may see. */
    @GetMapping
    ModelAndView form(
            @RequestParam(required = false) @Nullable Long ticket,
            @AuthenticationPrincipal StaffMember me) {
        if (ticket == null) {
            return page(CaseForm.EMPTY, null);
        }
        var words = words(features.tickets().get(ticket, me));
        var place = features.district().placeIn(words).map(Place::text).orElse(null);
        return page(CaseForm.of(ticket, words, place), null);
    }

    private static String words(Ticket ticket) {
        var said =
                ticket.lines().stream().filter(line -> line.staff() == null).map(Ticket.Line::text);
        var all = Stream.concat(Stream.ofNullable(ticket.about()), said);
        return Masking.mask(all.collect(Collectors.joining("\n")));
    }

    /** The part beside the form, while it is being typed; nothing is kept. */
    @PostMapping("/check")
    ModelAndView check(@ModelAttribute CaseForm form, @AuthenticationPrincipal StaffMember me) {
        var page = page(form, null);
        page.setViewName("console/case-new :: look");
        try {
            page.addObject("look", form.isBlank() ? null : look(form, me, clock.instant()));
        } catch (Incomplete e) {
            page.addObject("open", e.getMessage());
        }
        return page;
    }

    /** Files it, unless there are likely duplicates that were not shown yet. */
    @PostMapping
    ModelAndView file(@ModelAttribute CaseForm form, @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        try {
            var look = look(form, me, now);
            if (!look.numbers().isEmpty() && !look.numbers().equals(form.seen())) {
                return page(form, look).addObject("doubted", true);
            }
            var number = file(form, me, now);
            boolean seen = features.book().find(number, me).isPresent();
            return new ModelAndView(
                    "redirect:/console/cases"
                            + (seen ? "/" + number + "?filed" : "?filed=" + number));
        } catch (Incomplete e) {
            return refused(form, HttpStatus.BAD_REQUEST, e);
        } catch (AlreadyFiled e) {
            return refused(form, HttpStatus.CONFLICT, e).addObject("filed", e.number());
        }
    }

    private String file(CaseForm form, StaffMember me, Instant now) {
        var ticket = form.ticket();
        return ticket == null
                ? features.reports().file(form.report(), me.name(), now).number()
                : fileFor(features.tickets().get(ticket, me), form, me, now);
    }

    /** The resident of the talk is its reporter; the talk shows its number. */
    private String fileFor(Ticket ticket, CaseForm form, StaffMember me, Instant now) {
        return features.db()
                .in(() -> {
                    var number =
                            features.reports()
                                    .fileFor(form.report(), ticket.person(), me.name(), now)
                                    .number();
                    features.tickets().filed(ticket.id(), number, me, now);
                    return number;
                });
    }

    /** What it would be filed as, and what is like it of the cases that one may see. */
    private CaseLook look(CaseForm form, StaffMember me, Instant now) {
        var reading = features.reports().read(form.report());
        var similar =
                features.reports().similar(reading, now).stream()
                        .filter(item -> features.book().find(item.number(), me).isPresent())
                        .toList();
        return CaseLook.of(reading, similar, features.district(), now);
    }

    private ModelAndView refused(CaseForm form, HttpStatus status, RuntimeException why) {
        var page = page(form, null);
        page.setStatus(status);
        page.addObject("problem", Objects.requireNonNullElse(why.getMessage(), "没有登记成"));
        return page;
    }

    private ModelAndView page(CaseForm form, @Nullable CaseLook look) {
        var page = new ModelAndView("console/case-new");
        page.addObject("form", form);
        page.addObject("look", look);
        page.addObject(
                "sources", CaseSource.byStaff().stream().map(CaseFormPages::option).toList());
        page.addObject(
                "categories", Choices.of(features.district(), features.codeTable()).categories());
        return page;
    }

    private static Choices.Option option(CaseSource source) {
        return new Choices.Option(source.name(), source.shown());
    }
}
