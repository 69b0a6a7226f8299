package org.ximen.console;

import static org.springframework.http.HttpHeaders.CONTENT_DISPOSITION;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.visits.VisitCount;
import org.ximen.visits.VisitRoll;
import org.ximen.visits.Visits;

/** Visits counted: the roll of a month, and neighbourhoods on the map; nothing of whom. */
@Controller
@RequestMapping("/console/visits")
public final class VisitRollPages implements Page {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;
    private static final int MONTHS = 13;
    private static final int DAYS_ON_MAP = 30;
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final VisitRoll roll;
    private final District district;
    private final InstantSource clock;

    /** How often staff went to a neighbourhood in the last 30 days, at its middle. */
    record VisitSpot(String name, double lat, double lon, long visits) {}

    public VisitRollPages(Visits visits, District district, InstantSource clock) {
        this.roll = visits.roll();
        this.district = district;
        this.clock = clock;
    }

    @GetMapping("/roll")
    String page(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var now = clock.instant();
        var chosen = month(month, now);
        model.addAttribute("month", chosen.toString());
        model.addAttribute("months", months(now));
        model.addAttribute("head", VisitRoll.HEAD);
        model.addAttribute("lines", roll.of(chosen, me).stream().map(roll::shown).toList());
        return "console/visit-roll";
    }

    /** The last thirteen, this one first. */
    static List<String> months(Instant now) {
        var current = YearMonth.from(Shown.today(now));
        return IntStream.range(0, MONTHS)
                .mapToObj(back -> current.minusMonths(back).toString())
                .toList();
    }

    /** This month where none is said. */
    static YearMonth month(@Nullable String typed, Instant now) {
        var text = Shown.filled(typed);
        try {
            return text == null ? YearMonth.from(Shown.today(now)) : month(YearMonth.parse(text));
        } catch (DateTimeException e) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "月份应写成 2026-11 这样，请改正后再试。");
        }
    }

    private static YearMonth month(YearMonth typed) {
        if (typed.getYear() < FIRST_YEAR || typed.getYear() > LAST_YEAR) {
            throw new DateTimeException("没有这一年");
        }
        return typed;
    }

    @GetMapping("/roll.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var chosen = month(month, now);
        return file("走访榜 " + chosen + ".csv", "text/csv;charset=UTF-8", roll.csv(chosen, me, now));
    }

    @GetMapping("/roll.xlsx")
    ResponseEntity<byte[]> xlsx(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var chosen = month(month, now);
        return file("走访榜 " + chosen + ".xlsx", XLSX, roll.xlsx(chosen, me, now));
    }

    static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        var attached =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .header(CONTENT_DISPOSITION, attached.toString())
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    @GetMapping("/spots")
    @ResponseBody
    List<VisitSpot> spots(@AuthenticationPrincipal StaffMember me) {
        var today = Shown.today(clock.instant());
        return roll.byArea(today.minusDays(DAYS_ON_MAP), today, me).stream()
                .map(this::spot)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable VisitSpot spot(VisitCount count) {
        return district.area(count.area())
                .filter(area -> !area.polygon().isEmpty())
                .map(area -> spot(area, count.visits()))
                .orElse(null);
    }

    private static VisitSpot spot(Area area, long visits) {
        var corners = area.polygon();
        double lat = corners.stream().mapToDouble(Point::latitude).average().orElseThrow();
        double lon = corners.stream().mapToDouble(Point::longitude).average().orElseThrow();
        return new VisitSpot(area.name(), lat, lon, visits);
    }
}
