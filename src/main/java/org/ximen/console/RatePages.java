package org.ximen.console;

import static org.springframework.http.HttpHeaders.CONTENT_DISPOSITION;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ximen.casefiles.RateLine;
import org.ximen.casefiles.RateReport;
import org.ximen.casefiles.SampleShare;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** The figures of a month; every line opens the list of its cases. */
@Controller
public final class RatePages implements Page {
    private static final int MONTHS = 13;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RateReport report;
    private final InstantSource clock;

    /**
     * A line as the page shows it.
     *
     * @param cells as in {@link RateReport#HEAD}
     * @param link to the cases behind it
     */
    record Line(String label, int depth, List<String> cells, String link) {
        static Line of(RateLine line, YearMonth month) {
            var filter =
                    new Filter(
                            null,
                            line.area(),
                            line.category(),
                            null,
                            null,
                            line.department(),
                            line.department() == null ? null : "1",
                            month.atDay(1).toString(),
                            month.atEndOfMonth().toString(),
                            null);
            return new Line(
                    line.label(), line.depth(), line.rates().shown(), filter.at("/console/cases"));
        }
    }

    /** Lines of one kind as the page shows them. */
    record Section(String title, List<Line> lines) {}

    public RatePages(RateReport report, InstantSource clock) {
        this.report = report;
        this.clock = clock;
    }

    @GetMapping("/console/figures/month")
    String page(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var now = clock.instant();
        var chosen = month(month);
        var current = YearMonth.from(Shown.today(now));
        model.addAttribute("month", chosen.toString());
        model.addAttribute(
                "months",
                IntStream.range(0, MONTHS)
                        .mapToObj(back -> current.minusMonths(back).toString())
                        .toList());
        model.addAttribute("head", RateReport.HEAD);
        model.addAttribute("partly", report.partly(me).orElse(null));
        model.addAttribute("smallest", SampleShare.SMALLEST);
        model.addAttribute(
                "sections",
                report.of(chosen, me, now).stream()
                        .map(group ->
                                new Section(
                                        group.title(),
                                        group.lines().stream()
                                                .map(line -> Line.of(line, chosen))
                                                .toList()))
                        .toList());
        return "console/month";
    }

    @GetMapping("/console/figures/month.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me) {
        var chosen = month(month);
        return file(
                "统计 " + chosen + ".csv",
                "text/csv;charset=UTF-8",
                report.csv(chosen, me, clock.instant()));
    }

    @GetMapping("/console/figures/month.xlsx")
    ResponseEntity<byte[]> xlsx(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me) {
        var chosen = month(month);
        return file("统计 " + chosen + ".xlsx", XLSX, report.xlsx(chosen, me, clock.instant()));
    }

    /** This month where none is said. */
    private YearMonth month(@Nullable String typed) {
        var text = Shown.filled(typed);
        try {
            return text == null
                    ? YearMonth.from(Shown.today(clock.instant()))
                    : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "月份应写成 2026-11 这样，请改正后再试。");
        }
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        var attached =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .header(CONTENT_DISPOSITION, attached.toString())
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }
}
