package org.ximen.visits;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.HANDLER;
import static org.ximen.staff.Role.LEADER;
import static org.ximen.staff.Role.VERIFIER;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.documents.TableCell;
import org.ximen.documents.TableWriter;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.workdays.WorkCalendar;

/** The recognition roll (走访榜): who went where how often; counts, and nothing of whom. */
public final class VisitRoll {
    /** Names of the columns. */
    public static final List<String> HEAD =
            List.of("谁", "区域", "走访", "见到了", "没人在", "不便打扰", "立案", "建议");

    private final Visits.Parts parts;
    private final VisitTable visits;

    VisitRoll(Visits.Parts parts, VisitTable visits) {
        this.parts = parts;
        this.visits = visits;
    }

    /** Of a month, the most first, in the areas that one sees. */
    public List<VisitCount> of(YearMonth month, StaffMember by) {
        return visits.counts(
                start(month.atDay(1)), start(month.plusMonths(1).atDay(1)), areasOfVisits(by));
    }

    private @Nullable Set<String> areasOfVisits(StaffMember by) {
        if (!VisitReach.isCaring(by) && !by.is(Role.ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "走访榜由去走访的人、网格长和管理员看；部门的账号看地图上的次数。");
        }
        return areas(by, Role.ADMIN);
    }

    /** The same by area alone; the dispatchers, who see the whole street, see these. */
    public List<VisitCount> byArea(LocalDate first, LocalDate last, StaffMember by) {
        return visits.byArea(
                start(first), start(last.plusDays(1)), areas(by, Role.ADMIN, DISPATCHER));
    }

    private @Nullable Set<String> areas(StaffMember by, Role... all) {
        if (by.is(all)) {
            return null;
        }
        if (!by.is(HANDLER, VERIFIER, LEADER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "走访榜由处置员、核查员、网格长和管理员看。");
        }
        return VisitReach.of(by, parts.district()).within(null, parts.district()).orElse(null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    /** One line as it is read. */
    public List<String> shown(VisitCount count) {
        return Stream.concat(
                        Stream.of(count.visitor(), name(count.area())),
                        Stream.of(
                                        count.visits(),
                                        count.met(),
                                        count.nobodyHome(),
                                        count.refused(),
                                        count.cases(),
                                        count.suggestions())
                                .map(String::valueOf))
                .toList();
    }

    private String name(String area) {
        return parts.district().area(area).map(Area::name).orElse(area);
    }

    /** As CSV; noted. */
    public byte[] csv(YearMonth month, StaffMember by, Instant now) {
        return TableWriter.csv(rows(month, "CSV", by, now));
    }

    /** As an Excel file; noted. */
    public byte[] xlsx(YearMonth month, StaffMember by, Instant now) {
        return TableWriter.xlsx("走访榜", rows(month, "XLSX", by, now));
    }

    private List<List<TableCell>> rows(YearMonth month, String kind, StaffMember by, Instant now) {
        var counts = of(month, by);
        parts.audit().record(by.name(), "visit.export", "visits", kind + " " + month, now);
        var rows = new ArrayList<List<TableCell>>();
        rows.add(cells(Stream.concat(Stream.of("月份"), HEAD.stream())));
        counts.forEach(count ->
                rows.add(cells(Stream.concat(Stream.of(month.toString()), shown(count).stream()))));
        return rows;
    }

    private static List<TableCell> cells(Stream<String> words) {
        return words.<TableCell>map(TableCell.Words::new).toList();
    }
}
