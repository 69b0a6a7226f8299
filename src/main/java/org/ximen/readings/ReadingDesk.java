package org.ximen.readings;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Instant;
import java.util.List;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.db.Db;
import org.ximen.readings.KeptReading.Judgement;
import org.ximen.readings.ReadingTable.Sighted;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What staff do with readings: look, say what it really was, take that back. */
public final class ReadingDesk {
    private static final int MOST_LISTED = 100;
    private static final int LAST_PAGE = 10_000;

    private final Db db;
    private final ReadingTable table;
    private final CodeTable codeTable;
    private final Audit audit;

    public ReadingDesk(Db db, CodeTable codeTable, Audit audit) {
        this.db = db;
        this.table = new ReadingTable(db.client());
        this.codeTable = codeTable;
        this.audit = audit;
    }

    /**
     * One page. Words of cases and dangers are seen by those alone who may see cases, words against
     * an office by nobody who works for one.
     *
     * @param judged those that were judged, newest first; else those that wait, likely wrong first
     * @param page from 0 to 10000
     * @param size 1 to 100
     */
    public List<KeptReading> list(boolean judged, int page, int size, StaffMember by) {
        return table.page(
                judged,
                sight(by),
                Math.clamp(page, 0, LAST_PAGE),
                Math.clamp(size, 1, MOST_LISTED));
    }

    /** How many wait. */
    public long open(StaffMember by) {
        return table.count(sight(by));
    }

    /**
     * One of them.
     *
     * @throws StaffRefused if there is none that they may see
     */
    public KeptReading get(long id, StaffMember by) {
        return table.find(id, sight(by))
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有编号为 " + id + " 的话，可能已经到期清除。"));
    }

    /**
     * Says what it really was, in place of what was said before.
     *
     * @throws StaffRefused if there is no such category
     */
    public KeptReading judge(long id, Correction said, StaffMember by, Instant now) {
        var known = named(said);
        return db.in(() -> {
            var kept = get(id, by);
            table.judge(id, new Judgement(known, by.name(), now));
            audit.record(by.name(), "reading.judge", on(id), details(kept, known), now);
            return get(id, by);
        });
    }

    /** A category may be given by its name; its code is kept. */
    private Correction named(Correction said) {
        var category = said.category();
        if (category == null) {
            return said;
        }
        var code =
                codeTable
                        .categoryNamed(category)
                        .map(Category::code)
                        .orElseThrow(() -> new StaffRefused(INVALID, "没有这个类别，请从列表里选。"));
        return new Correction(said.right(), said.act(), code, said.danger());
    }

    private String details(KeptReading kept, Correction said) {
        var before = ActNames.of(kept.read().act().act());
        var act = said.act();
        var category = said.category();
        var danger = said.danger();
        return said.right()
                ? before + "：读得对"
                : before
                        + (act == null ? "" : " → " + ActNames.of(act))
                        + (category == null ? "" : "；类别：" + codeTable.category(category).shown())
                        + (danger == null ? "" : danger ? "；有危险" : "；没有危险");
    }

    /**
     * Takes back what was said of it; it waits again.
     *
     * @throws StaffRefused if nobody has judged it
     */
    public KeptReading revoke(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            get(id, by);
            if (!table.revoke(id)) {
                throw new StaffRefused(CONFLICT, "这句话还没有人核对，或者刚刚被撤销，请刷新列表。");
            }
            audit.record(by.name(), "reading.revoke", on(id), now);
            return get(id, by);
        });
    }

    private static String on(long id) {
        return "readings/" + id;
    }

    private static Sighted sight(StaffMember by) {
        if (!by.is(DISPATCHER, EDITOR, APPROVER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "只有派遣员、编辑、审核员和管理员能核对小助听懂的话。");
        }
        return new Sighted(by.is(DISPATCHER, ADMIN), by.department() == null);
    }
}
