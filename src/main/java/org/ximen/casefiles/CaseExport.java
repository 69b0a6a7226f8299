package org.ximen.casefiles;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseOrder;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.GridCase;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.documents.TableCell;
import org.ximen.documents.TableWriter;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Masking;
import org.ximen.workdays.WorkCalendar;

/** Lists of cases as files; each is noted, and holds no number of a person. */
public final class CaseExport {
    /** A longer list is refused. */
    public static final int MOST = 20_000;

    private static final List<String> HEAD =
            List.of(
                    "编号", "来源", "原编号", "上报时间", "进度", "结果", "类别代码", "类别", "区域", "地点", "内容", "部门",
                    "紧急", "办理期限", "超时");

    private final CaseBook book;
    private final District district;
    private final Audit audit;

    /** Exports what the book shows to whoever asks. */
    public CaseExport(CaseBook book, District district, Audit audit) {
        this.book = book;
        this.district = district;
        this.audit = audit;
    }

    /** What is to stand in the file, and in which order. */
    public record Wish(CaseSearch search, CaseOrder order) {}

    /**
     * As CSV.
     *
     * @throws StaffRefused if there are more than {@link #MOST}
     */
    public byte[] csv(Wish wish, StaffMember by, Instant now) {
        return TableWriter.csv(rows(wish, "CSV", by, now));
    }

    /**
     * As an Excel file; numbers are words there, so that their zeros stay.
     *
     * @throws StaffRefused if there are more than {@link #MOST}
     */
    public byte[] xlsx(Wish wish, StaffMember by, Instant now) {
        return TableWriter.xlsx("案件", rows(wish, "XLSX", by, now));
    }

    private List<List<TableCell>> rows(Wish wish, String kind, StaffMember by, Instant now) {
        var items = book.all(wish.search(), wish.order(), MOST + 1, by, now);
        if (items.size() > MOST) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "超过 " + MOST + " 件，请加条件（例如日期）分几次导出。");
        }
        audit.record(by.name(), "case.export", "cases", kind + " " + items.size() + " 件", now);
        var rows = new ArrayList<List<TableCell>>();
        rows.add(HEAD.stream().map(CaseExport::words).toList());
        items.forEach(item -> rows.add(row(item, now)));
        return rows;
    }

    private List<TableCell> row(GridCase item, Instant now) {
        var outcome = item.outcome();
        return Stream.of(
                        words(item.number()),
                        words(item.origin().source().shown()),
                        words(item.origin().outsideNumber()),
                        moment(item.reportedAt()),
                        words(item.state().shown()),
                        words(outcome == null ? null : outcome.shown()),
                        words(item.category().code()),
                        words(item.category().shown()),
                        words(area(item.area())),
                        words(Masking.mask(item.place())),
                        words(Masking.mask(item.description())),
                        words(department(item.department())),
                        words(item.urgent() ? "是" : ""),
                        moment(item.deadline()),
                        words(item.overdue(now) ? "是" : ""))
                .toList();
    }

    private static TableCell words(@Nullable String text) {
        return new TableCell.Words(text == null ? "" : text);
    }

    private static TableCell moment(@Nullable Instant at) {
        return at == null
                ? words(null)
                : new TableCell.Moment(LocalDateTime.ofInstant(at, WorkCalendar.ZONE));
    }

    private static @Nullable String area(@Nullable Area area) {
        return area == null ? null : area.name();
    }

    private @Nullable String department(@Nullable String id) {
        return id == null ? null : district.department(id).map(Department::name).orElse(id);
    }
}
