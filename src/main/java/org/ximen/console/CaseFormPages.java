package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.cases.AlreadyFiled;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseSource;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Incomplete;
import org.ximen.cases.StaffReports;
import org.ximen.district.District;
import org.ximen.staff.StaffMember;

/** A case that staff file for somebody (代报), or found themselves. */
@Controller
@RequestMapping("/console/cases/new")
public final class CaseFormPages implements Page {
    private final StaffReports reports;
    private final CodeTable codeTable;
    private final District district;
    private final CaseBook book;
    private final InstantSource clock;

    public CaseFormPages(
            StaffReports reports,
            CodeTable codeTable,
            District district,
            CaseBook book,
            InstantSource clock) {
        this.book = book;
        this.reports = reports;
        this.codeTable = codeTable;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView blank() {
        return page(CaseForm.EMPTY, null);
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
            var number = reports.file(form.report(), me.name(), now).number();
            boolean seen = book.find(number, me).isPresent();
            return new ModelAndView(
                    "redirect:/console/cases"
                            + (seen ? "/" + number + "?filed" : "?filed=" + number));
        } catch (Incomplete e) {
            return refused(form, HttpStatus.BAD_REQUEST, e);
        } catch (AlreadyFiled e) {
            return refused(form, HttpStatus.CONFLICT, e).addObject("filed", e.number());
        }
    }

    /** What it would be filed as, and what is like it of the cases that one may see. */
    private CaseLook look(CaseForm form, StaffMember me, Instant now) {
        var reading = reports.read(form.report());
        var similar =
                reports.similar(reading, now).stream()
                        .filter(item -> book.find(item.number(), me).isPresent())
                        .toList();
        return CaseLook.of(reading, similar, district, now);
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
        page.addObject("categories", Choices.of(district, codeTable).categories());
        return page;
    }

    private static Choices.Option option(CaseSource source) {
        return new Choices.Option(source.name(), source.shown());
    }
}
