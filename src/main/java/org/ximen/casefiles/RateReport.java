package org.ximen.casefiles;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseCount;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.CodeTable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.documents.TableCell;
import org.ximen.documents.TableWriter;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;

/**
 * The figures of the cases that were reported in a month: by area, rolled up from the
 * neighbourhoods to the street, by category and by department. Everybody counts what they may see.
 */
public final class RateReport {
    /** Names of the figures. */
    public static final List<String> HEAD =
            List.of(
                    "上报",
                    "办结",
                    "按时办结率",
                    "先行联系率",
                    "解决率",
                    "满意率",
                    "参评率",
                    "重办率",
                    "退回率",
                    "一次派准率",
                    "一半在多久内处置",
                    "九成在多久内处置");

    private static final String PARTLY = "只算您看得到的案件。";

    private final CaseBook book;
    private final CodeTable codeTable;
    private final District district;
    private final Audit audit;

    public RateReport(CaseBook book, CodeTable codeTable, District district, Audit audit) {
        this.book = book;
        this.codeTable = codeTable;
        this.district = district;
        this.audit = audit;
    }

    /** Lines of one kind. */
    public record Group(String title, List<RateLine> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The figures of a month: areas, then categories and departments, what has most cases first.
     */
    public List<Group> of(YearMonth month, StaffMember by, Instant now) {
        var search = CaseSearch.ALL.between(month.atDay(1), month.atEndOfMonth());
        var cases = book.counts(search, by, now);
        return List.of(
                new Group("按区域", areas(cases)),
                new Group(
                        "按类别",
                        lines(
                                cases,
                                CaseCount::category,
                                (code, rates) ->
                                        new RateLine(name(code), 0, null, code, null, rates))),
                new Group(
                        "按部门",
                        lines(
                                cases,
                                CaseCount::department,
                                (id, rates) -> new RateLine(unit(id), 0, null, null, id, rates))));
    }

    /** That others count more cases; empty for those who see all. */
    public Optional<String> partly(StaffMember by) {
        return book.seesAll(by) ? Optional.empty() : Optional.of(PARTLY);
    }

    private String name(String category) {
        return codeTable.category(category).shown();
    }

    private String unit(String id) {
        return district.department(id).map(known -> known.name()).orElse(id);
    }

    /** What lies in no known area belongs to the street alone. */
    private List<RateLine> areas(List<CaseCount> cases) {
        var lines = new ArrayList<RateLine>();
        for (var area : inOrder(district.whole())) {
            var codes = district.with(area).stream().map(Area::code).collect(Collectors.toSet());
            var within = cases.stream().filter(each -> isIn(area, codes, each)).toList();
            if (!within.isEmpty() || area.parent() == null) {
                var rates = CaseRates.of(within);
                lines.add(
                        new RateLine(
                                area.name(),
                                area.kind().ordinal(),
                                area.code(),
                                null,
                                null,
                                rates));
            }
        }
        return lines;
    }

    private static boolean isIn(Area area, Set<String> codes, CaseCount one) {
        var code = one.area();
        return area.parent() == null || code != null && codes.contains(code);
    }

    /** An area, then each below it with what is below that. */
    private List<Area> inOrder(Area area) {
        return Stream.concat(
                        Stream.of(area),
                        district.areas().stream()
                                .filter(each -> area.code().equals(each.parent()))
                                .flatMap(each -> inOrder(each).stream()))
                .toList();
    }

    private interface Labelled {
        RateLine of(String key, CaseRates rates);
    }

    private static List<RateLine> lines(
            List<CaseCount> cases, Function<CaseCount, @Nullable String> key, Labelled labelled) {
        return cases.stream()
                .filter(each -> key.apply(each) != null)
                .collect(Collectors.groupingBy(each -> Objects.requireNonNull(key.apply(each))))
                .entrySet()
                .stream()
                .map(each -> labelled.of(each.getKey(), CaseRates.of(each.getValue())))
                .sorted(
                        Comparator.comparingLong((RateLine line) -> line.rates().reported())
                                .reversed()
                                .thenComparing(RateLine::label))
                .toList();
    }

    /** The figures of a month as CSV; noted. */
    public byte[] csv(YearMonth month, StaffMember by, Instant now) {
        return TableWriter.csv(rows(month, "CSV", by, now));
    }

    /** The same as an Excel file. */
    public byte[] xlsx(YearMonth month, StaffMember by, Instant now) {
        return TableWriter.xlsx("统计", rows(month, "XLSX", by, now));
    }

    private List<List<TableCell>> rows(YearMonth month, String kind, StaffMember by, Instant now) {
        audit.record(by.name(), "figures.export", "figures", kind + " " + month, now);
        var rows = new ArrayList<List<TableCell>>();
        rows.add(cells(Stream.concat(Stream.of("月份", "分组", "名称"), HEAD.stream())));
        for (var group : of(month, by, now)) {
            for (var line : group.lines()) {
                var start = Stream.of(month.toString(), group.title(), line.label());
                rows.add(cells(Stream.concat(start, line.rates().shown().stream())));
            }
        }
        partly(by).ifPresent(words -> rows.add(cells(Stream.of(words))));
        return rows;
    }

    private static List<TableCell> cells(Stream<String> words) {
        return words.<TableCell>map(TableCell.Words::new).toList();
    }
}
