package org.ximen.console;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Tally;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.workdays.WorkCalendar;

/** The last weeks by area and by category; every figure opens the list behind it. */
@Controller
public final class FigurePages implements Page {
    private static final int WEEKS = 8;
    private static final int MOST_ROWS = 8;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    private final Cases cases;
    private final CaseBook book;
    private final CodeTable codeTable;
    private final District district;
    private final InstantSource clock;

    /** One figure and the list behind it. */
    record Cell(long count, String link) {}

    /** The weeks of one area or category. */
    record Row(String label, List<Cell> cells, Cell all) {}

    /** A table that is drawn as a chart, too. */
    record Table(String id, String title, List<Row> rows) {}

    public FigurePages(
            Cases cases,
            CaseBook book,
            CodeTable codeTable,
            District district,
            InstantSource clock) {
        this.cases = cases;
        this.book = book;
        this.codeTable = codeTable;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping("/console/figures")
    String page(@AuthenticationPrincipal StaffMember me, Model model) {
        var now = clock.instant();
        var monday = Shown.today(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var weeks =
                IntStream.range(0, WEEKS).mapToObj(i -> monday.minusWeeks(WEEKS - 1L - i)).toList();
        var tallies = book.tallies(CaseSearch.ALL.between(weeks.getFirst(), null), me, now);
        model.addAttribute("weeks", weeks.stream().map(DAY::format).toList());
        model.addAttribute("total", tallies.stream().mapToLong(Tally::cases).sum());
        model.addAttribute(
                "tables",
                List.of(
                        new Table("areas", "按区域", byArea(tallies, weeks)),
                        new Table("categories", "按类别（最多的 8 类）", byCategory(tallies, weeks))));
        if (me.role() != Role.HANDLER) {
            var since = weeks.getFirst().atStartOfDay(WorkCalendar.ZONE).toInstant();
            model.addAttribute("ratings", RatingFigures.of(cases.ratings(since)));
        }
        return "console/figures";
    }

    private List<Row> byArea(List<Tally> tallies, List<LocalDate> weeks) {
        return rows(tallies, Tally::area).entrySet().stream()
                .map(each -> row(areaName(each.getKey()), each.getValue(), weeks, area(each)))
                .sorted(most())
                .toList();
    }

    private static @Nullable String area(Map.Entry<String, List<Tally>> each) {
        return each.getKey().isEmpty() ? null : each.getKey();
    }

    private List<Row> byCategory(List<Tally> tallies, List<LocalDate> weeks) {
        return rows(tallies, Tally::category).entrySet().stream()
                .map(each -> categoryRow(each.getKey(), each.getValue(), weeks))
                .sorted(most())
                .limit(MOST_ROWS)
                .toList();
    }

    private static Comparator<Row> most() {
        return Comparator.comparingLong((Row row) -> row.all().count()).reversed();
    }

    private static Map<String, List<Tally>> rows(List<Tally> tallies, Function<Tally, String> key) {
        var rows = new TreeMap<String, List<Tally>>();
        tallies.forEach(
                tally -> rows.computeIfAbsent(key.apply(tally), k -> new ArrayList<>()).add(tally));
        return rows;
    }

    private Row row(
            String label, List<Tally> tallies, List<LocalDate> weeks, @Nullable String area) {
        return row(label, tallies, weeks, (from, to) -> filter(area, null, from, to));
    }

    private Row categoryRow(String code, List<Tally> tallies, List<LocalDate> weeks) {
        var label = codeTable.category(code).shown();
        return row(label, tallies, weeks, (from, to) -> filter(null, code, from, to));
    }

    private interface Behind {
        Filter between(LocalDate from, LocalDate to);
    }

    private static Row row(
            String label, List<Tally> tallies, List<LocalDate> weeks, Behind behind) {
        var cells =
                weeks.stream().map(week -> cell(tallies, week, week.plusDays(6), behind)).toList();
        var last = weeks.getLast().plusDays(6);
        return new Row(label, cells, cell(tallies, weeks.getFirst(), last, behind));
    }

    private static Cell cell(List<Tally> tallies, LocalDate from, LocalDate to, Behind behind) {
        long count =
                tallies.stream()
                        .filter(t -> !t.day().isBefore(from) && !t.day().isAfter(to))
                        .mapToLong(Tally::cases)
                        .sum();
        return new Cell(count, behind.between(from, to).at("/console/cases"));
    }

    private static Filter filter(
            @Nullable String area, @Nullable String category, LocalDate from, LocalDate to) {
        return new Filter(
                null, area, category, null, null, null, null, from.toString(), to.toString(), null);
    }

    private String areaName(String code) {
        return code.isEmpty() ? "区域未定" : district.area(code).map(Area::name).orElse(code);
    }
}
