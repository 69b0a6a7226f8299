package org.ximen.casefiles;

import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.casefiles.HotlineLine.Fate;
import org.ximen.cases.AlreadyFiled;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Incomplete;
import org.ximen.cases.StaffReport;
import org.ximen.cases.StaffReports;
import org.ximen.documents.TableRows;
import org.ximen.documents.Unreadable;
import org.ximen.isolation.IsolatedRun;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Masking;
import org.ximen.text.ReachableNumber;

/** Lists of 12345 as cases: each row by itself, and what came before comes no second time. */
public final class HotlineImport {
    /** More rows are refused. */
    public static final int MOST = TableRows.MOST;

    private static final Logger LOG = LoggerFactory.getLogger(HotlineImport.class);

    private final Cases cases;
    private final CodeTable codeTable;
    private final StaffReports reports;
    private final Audit audit;

    /** Files through these reports, and notes each list that was taken. */
    public HotlineImport(Cases cases, CodeTable codeTable, StaffReports reports, Audit audit) {
        this.cases = cases;
        this.codeTable = codeTable;
        this.reports = reports;
        this.audit = audit;
    }

    /**
     * The rows of a list that somebody brings, the head first.
     *
     * @throws StaffRefused if it cannot be read, or is no more than a head
     */
    public static List<List<String>> rows(String name, byte[] bytes) {
        try {
            var rows = TableRows.read(name, bytes);
            if (rows.size() < 2) {
                throw new StaffRefused(INVALID, "表里没有内容，第一行应是表头。");
            }
            return rows;
        } catch (Unreadable e) {
            throw new StaffRefused(INVALID, e.getMessage() + "。");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would become of each row; nothing is kept. */
    public List<HotlineLine> plan(List<List<String>> rows, HotlineColumns columns) {
        return each(rows, columns, this::planned);
    }

    /**
     * Takes each row by itself.
     *
     * @param by name of the member of staff
     */
    public List<HotlineLine> take(
            List<List<String>> rows, HotlineColumns columns, String by, Instant now) {
        var lines = each(rows, columns, (row, nth) -> taken(row, nth, by, now));
        int filed = (int) lines.stream().filter(line -> line.fate() == Fate.NEW).count();
        audit.record(by, "case.import", "cases", lines.size() + " 行，新案件 " + filed + " 件", now);
        cases.announce(CaseSource.HOTLINE, filed, now);
        return lines;
    }

    /** One row, as its columns read. */
    private record Row(String outside, String words, String place, String category, String phone) {
        static Row of(List<String> cells, HotlineColumns columns) {
            return new Row(
                    columns.of(HotlineField.OUTSIDE_NUMBER, cells),
                    columns.of(HotlineField.DESCRIPTION, cells),
                    columns.of(HotlineField.PLACE, cells),
                    columns.of(HotlineField.CATEGORY, cells),
                    columns.of(HotlineField.PHONE, cells));
        }

        HotlineLine line(int nth, Fate fate, @Nullable String number, String why) {
            return new HotlineLine(nth, fate, outside, Masking.mask(words), number, why);
        }
    }

    private static List<HotlineLine> each(
            List<List<String>> rows,
            HotlineColumns columns,
            BiFunction<Row, Integer, HotlineLine> work) {
        var lines = new ArrayList<HotlineLine>();
        Map<String, Integer> before = new HashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            int nth = i;
            var row = Row.of(rows.get(i), columns);
            var first = before.get(row.outside());
            var line =
                    first == null
                            ? IsolatedRun.<HotlineLine, RuntimeException>of(
                                    () -> work.apply(row, nth), why -> aside(row, nth, why))
                            : row.line(nth, Fate.SEEN, null, "和第 " + first + " 行是同一个编号。");
            if (line.fate() != Fate.REFUSED && !row.outside().isEmpty()) {
                before.putIfAbsent(row.outside(), nth);
            }
            lines.add(line);
        }
        return lines;
    }

    private static HotlineLine aside(Row row, int nth, Throwable why) {
        return switch (why) {
            case Incomplete incomplete ->
                    row.line(nth, Fate.REFUSED, null, incomplete.getMessage() + "。");
            case AlreadyFiled filed -> row.line(nth, Fate.SEEN, filed.number(), "");
            default -> {
                LOG.error("12345 的第 {} 行没有收成，其余照收", nth, why);
                yield row.line(nth, Fate.REFUSED, null, "系统出错，没有收，请稍后再导入一次。");
            }
        };
    }

    private HotlineLine planned(Row row, int nth) {
        var refusal = refusal(row);
        if (refusal != null) {
            return row.line(nth, Fate.REFUSED, null, refusal);
        }
        var report = report(row);
        StaffReports.check(report);
        return cases.numberOf(report.origin())
                .map(number -> row.line(nth, Fate.SEEN, number, ""))
                .orElseGet(() -> row.line(nth, Fate.NEW, null, notes(row)));
    }

    private HotlineLine taken(Row row, int nth, String by, Instant now) {
        var refusal = refusal(row);
        if (refusal != null) {
            return row.line(nth, Fate.REFUSED, null, refusal);
        }
        var filed = reports.fileOneOfMany(report(row), by, now);
        return row.line(nth, Fate.NEW, filed.number(), notes(row));
    }

    private static @Nullable String refusal(Row row) {
        if (row.outside().isEmpty()) {
            return "没有原编号，再导入时认不出来。";
        }
        if (row.outside().startsWith(TableRows.ROUNDED)) {
            return "编号在表里存成了数字，后几位已经丢了，请把这一列改成文本再导出。";
        }
        return row.outside().startsWith("#") ? "编号是一个出错的公式。" : null;
    }

    private StaffReport report(Row row) {
        return new StaffReport(
                row.words(),
                row.place(),
                null,
                knows(row) ? row.category() : null,
                new CaseOrigin(CaseSource.HOTLINE, row.outside()),
                ReachableNumber.of(row.phone()).orElse(null));
    }

    private boolean knows(Row row) {
        return codeTable.categoryNamed(row.category()).isPresent();
    }

    /** What of the row is not taken as it stands. */
    private String notes(Row row) {
        var kind = row.category().isEmpty() || knows(row) ? "" : "类别不在本街道的表里，按内容判断。";
        boolean odd = !row.phone().isEmpty() && ReachableNumber.of(row.phone()).isEmpty();
        return kind + (odd ? "电话看不懂，没有记。" : "");
    }
}
