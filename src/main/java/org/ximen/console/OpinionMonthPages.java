package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.OpinionReport;
import org.ximen.staff.StaffMember;

/** The suggestions of a month as a list, and the praise that a department was given. */
@Controller
public final class OpinionMonthPages implements Page {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OpinionReport report;
    private final OpinionDesk desk;
    private final InstantSource clock;

    /** Praise as the department reads it. */
    record PraiseLine(String words, List<String> additions, String where, String at) {
        static PraiseLine of(Opinion opinion, Instant now) {
            var settled = opinion.settled();
            return new PraiseLine(
                    opinion.words(),
                    opinion.additions().stream().map(Opinion.Addition::words).toList(),
                    opinion.place() == null ? "" : opinion.place(),
                    settled == null ? "" : Shown.time(settled.at(), now));
        }
    }

    public OpinionMonthPages(OpinionReport report, OpinionDesk desk, InstantSource clock) {
        this.report = report;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/console/opinions/month")
    String page(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var now = clock.instant();
        var chosen = VisitRollPages.month(month, now);
        model.addAttribute("month", chosen.toString());
        model.addAttribute("months", VisitRollPages.months(now));
        model.addAttribute("m", report.of(chosen, me, now));
        return "console/opinions-month";
    }

    @GetMapping("/console/opinions/month.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var chosen = VisitRollPages.month(month, now);
        return VisitRollPages.file(
                "人民建议 " + chosen + ".csv", "text/csv;charset=UTF-8", report.csv(chosen, me, now));
    }

    @GetMapping("/console/opinions/month.xlsx")
    ResponseEntity<byte[]> xlsx(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var chosen = VisitRollPages.month(month, now);
        return VisitRollPages.file("人民建议 " + chosen + ".xlsx", XLSX, report.xlsx(chosen, me, now));
    }

    /** Of the last year, counted by month; nothing for who works for no department. */
    @GetMapping("/console/praise")
    String praise(@AuthenticationPrincipal StaffMember me, Model model) {
        var now = clock.instant();
        var found = me.department() == null ? List.<Opinion>of() : desk.praise(me, now);
        var months =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        OpinionMonthPages::month,
                                        TreeMap::new,
                                        Collectors.counting()));
        model.addAttribute("department", me.department());
        model.addAttribute("months", months.descendingMap());
        model.addAttribute("items", found.stream().map(o -> PraiseLine.of(o, now)).toList());
        return "console/praise";
    }

    private static YearMonth month(Opinion opinion) {
        var settled = opinion.settled();
        return YearMonth.from(Shown.day(settled == null ? opinion.takenAt() : settled.at()));
    }
}
