package org.ximen.opinions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.documents.TableCell;
import org.ximen.documents.TableWriter;
import org.ximen.opinions.Opinion.Result;
import org.ximen.staff.StaffMember;
import org.ximen.workdays.WorkCalendar;

/**
 * The suggestions and the praise of a month: what was received or answered in it, within the term
 * or not, and whom praise was passed on to.
 */
public final class OpinionReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final List<String> HEAD =
            List.of("月份", "种类", "编号或部门", "收到", "区域", "内容", "结果", "理由", "答复", "期限");

    private final OpinionTable table;
    private final Opinions.Parts parts;

    public OpinionReport(Db db, Opinions.Parts parts) {
        this.table = new OpinionTable(db.client());
        this.parts = parts;
    }

    /**
     * One suggestion.
     *
     * @param term whether it was answered in time, in words
     * @param late whether it was not, or is not yet
     */
    public record SuggestionLine(
            long id,
            String number,
            LocalDate received,
            String area,
            String words,
            String result,
            String reason,
            @Nullable LocalDate answered,
            String term,
            boolean late) {}

    /** How much praise was passed on to a department. */
    public record UnitPraise(String department, long count) {}

    /**
     * A month.
     *
     * @param figures names and numbers, in the order in which they are read
     * @param praiseOpen how much praise is not passed on yet, of whatever month
     */
    public record Month(
            List<Figure> figures,
            List<SuggestionLine> suggestions,
            List<UnitPraise> praise,
            long praiseOpen) {
        public Month {
            figures = List.copyOf(figures);
            suggestions = List.copyOf(suggestions);
            praise = List.copyOf(praise);
        }
    }

    /** A number with its name. */
    public record Figure(String name, long count) {}

    /** What came, what was answered and what was passed on in a month, as it stands now. */
    public Month of(YearMonth month, StaffMember by, Instant now) {
        OpinionDesk.onlyDesk(by);
        var from = start(month);
        var to = start(month.plusMonths(1));
        var found = table.suggestions(from, to);
        return new Month(
                figures(found, from, to, now),
                found.stream().map(each -> line(each, now)).toList(),
                table.praise(from, to).stream()
                        .map(each -> new UnitPraise(unit(each.department()), each.count()))
                        .toList(),
                table.openPraise());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private static List<Figure> figures(
            List<Opinion> found, Instant from, Instant to, Instant now) {
        var received = found.stream().filter(each -> within(each.takenAt(), from, to)).toList();
        var answered =
                found.stream()
                        .filter(each -> each.settled() != null)
                        .filter(each -> within(settledAt(each), from, to))
                        .toList();
        return List.of(
                new Figure("收到", received.size()),
                new Figure("答复", answered.size()),
                count(Result.ADOPTED, answered),
                count(Result.PARTLY_ADOPTED, answered),
                count(Result.NOT_ADOPTED, answered),
                count("期限内答复", answered, each -> !isLate(each, now)),
                count("超期答复", answered, each -> isLate(each, now)),
                count("收到的里还没答复", received, each -> each.settled() == null),
                count("其中已超期", received, each -> each.isOverdue(now)));
    }

    private static Figure count(Result result, List<Opinion> answered) {
        return count(
                result.shown(),
                answered,
                each -> Objects.requireNonNull(each.settled()).result() == result);
    }

    private static Figure count(String name, List<Opinion> found, Predicate<Opinion> which) {
        return new Figure(name, found.stream().filter(which).count());
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static Instant settledAt(Opinion opinion) {
        return Objects.requireNonNull(opinion.settled()).at();
    }

    /** Whether it was answered after its term, or is open after it. */
    private static boolean isLate(Opinion opinion, Instant now) {
        var due = opinion.due();
        var settled = opinion.settled();
        return due != null && (settled == null ? now : settled.at()).isAfter(due);
    }

    private SuggestionLine line(Opinion opinion, Instant now) {
        var settled = opinion.settled();
        var result = settled == null ? null : settled.result();
        boolean late = isLate(opinion, now);
        return new SuggestionLine(
                opinion.id(),
                String.valueOf(opinion.number()),
                day(opinion.takenAt()),
                area(opinion.area()),
                opinion.words(),
                result == null ? opinion.state().shown() : result.shown(),
                settled == null ? "" : Objects.toString(settled.reason(), ""),
                settled == null ? null : day(settled.at()),
                term(settled != null, late),
                late);
    }

    private static String term(boolean answered, boolean late) {
        if (answered) {
            return late ? "超期答复" : "期限内答复";
        }
        return late ? "超期没有答复" : "还在期限内";
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    private String area(@Nullable String code) {
        return code == null ? "" : parts.district().area(code).map(Area::name).orElse(code);
    }

    private String unit(String id) {
        return parts.district().department(id).map(Department::name).orElse(id);
    }

    /** As CSV; noted. */
    public byte[] csv(YearMonth month, StaffMember by, Instant now) {
        return TableWriter.csv(rows(month, "CSV", by, now));
    }

    /** As an Excel file; noted. */
    public byte[] xlsx(YearMonth month, StaffMember by, Instant now) {
        return TableWriter.xlsx("建议与表扬", rows(month, "XLSX", by, now));
    }

    private List<List<TableCell>> rows(YearMonth month, String kind, StaffMember by, Instant now) {
        var found = of(month, by, now);
        parts.audit().record(by.name(), "opinion.export", "opinions", kind + " " + month, now);
        var rows = new ArrayList<List<TableCell>>();
        rows.add(cells(HEAD.stream()));
        found.suggestions().forEach(line -> rows.add(row(month, line)));
        found.praise()
                .forEach(unit ->
                        rows.add(
                                cells(
                                        Stream.of(
                                                month.toString(),
                                                "表扬",
                                                unit.department(),
                                                "",
                                                "",
                                                unit.count() + " 条",
                                                "已转给部门",
                                                "",
                                                "",
                                                ""))));
        return rows;
    }

    private static List<TableCell> row(YearMonth month, SuggestionLine line) {
        var answered = line.answered();
        return cells(
                Stream.of(
                        month.toString(),
                        "建议",
                        line.number(),
                        DAY.format(line.received()),
                        line.area(),
                        line.words(),
                        line.result(),
                        line.reason(),
                        answered == null ? "" : DAY.format(answered),
                        line.term()));
    }

    private static List<TableCell> cells(Stream<String> words) {
        return words.<TableCell>map(TableCell.Words::new).toList();
    }
}
