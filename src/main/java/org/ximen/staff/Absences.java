package org.ximen.staff;

import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.ximen.db.Db;
import org.ximen.district.District;

/** Who is away and who stands in, as administrators say. */
public final class Absences {
    private static final String WHAT = "account.absence";
    private static final ZoneId STREET = ZoneId.of("Asia/Shanghai");

    private final Db db;
    private final AbsenceTable table;
    private final AccountTable accounts;
    private final Audit audit;
    private final District district;

    Absences(Db db, Audit audit, District district) {
        this.district = district;
        this.db = db;
        this.table = new AbsenceTable(db);
        this.accounts = new AccountTable(db);
        this.audit = audit;
    }

    /** The absence of a member that is not over on a day. */
    public Optional<Absence> of(StaffMember member, LocalDate day) {
        return table.find(member.id()).filter(absence -> absence.isNotOver(day));
    }

    /**
     * Notes an absence, in place of an earlier one.
     *
     * @throws StaffRefused if it is over, who stands in could not act, or {@code by} is no
     *     administrator
     */
    public StaffMember put(String name, Absence absence, StaffMember by, Instant now) {
        onlyAdmin(by);
        if (!absence.isNotOver(now.atZone(STREET).toLocalDate())) {
            throw new StaffRefused(INVALID, "这段日子已经过去了，请核对日期。");
        }
        return db.in(() -> {
            var member = accounts.get(name).member();
            var deputy = accounts.get(absence.deputy()).member();
            mustDo(member, deputy);
            table.put(member.id(), absence.from(), absence.to(), deputy.id());
            var shown = new Absence(absence.from(), absence.to(), deputy.name()).shown();
            audit.record(by.name(), WHAT, member.name(), "不在：" + shown, now);
            return member;
        });
    }

    /** Ends an absence; nothing is done where there is none. */
    public StaffMember end(String name, StaffMember by, Instant now) {
        onlyAdmin(by);
        return db.in(() -> {
            var member = accounts.get(name).member();
            if (table.delete(member.id())) {
                audit.record(by.name(), WHAT, member.name(), "已回来", now);
            }
            return member;
        });
    }

    /** Whoever stands in has to be able to take the same steps. */
    private void mustDo(StaffMember member, StaffMember deputy) {
        if (member.id() == deputy.id()) {
            throw new StaffRefused(INVALID, "替班的人不能是本人，请选另一位。");
        }
        if (!deputy.active()) {
            throw new StaffRefused(CONFLICT, "账号“" + deputy.name() + "”已停用，不能替班，请选另一位。");
        }
        if (!deputy.standsInFor(member)) {
            throw new StaffRefused(
                    INVALID, "替班的人要和“" + member.name() + "”同一角色、同一部门，否则办不了转给他的事，请选另一位。");
        }
        if (!Duty.of(deputy).covers(Duty.of(member), district)) {
            throw new StaffRefused(
                    INVALID,
                    "“%s”的区域（%s）不包括“%s”的区域（%s），看不到转给他的案件。请选另一位，或先改“%s”的区域。"
                            .formatted(
                                    deputy.name(),
                                    areas(deputy),
                                    member.name(),
                                    areas(member),
                                    deputy.name()));
        }
    }

    private String areas(StaffMember member) {
        var duty = Duty.of(member);
        return duty.isBounded() ? duty.areasIn(district) : "不限";
    }

    /** Whether a member may stand in for another: the same steps, and no fewer areas. */
    public boolean mayStandIn(StaffMember deputy, StaffMember member) {
        return deputy.standsInFor(member) && Duty.of(deputy).covers(Duty.of(member), district);
    }

    private static void onlyAdmin(StaffMember by) {
        if (by.role() != Role.ADMIN) {
            throw new StaffRefused(FORBIDDEN, "只有管理员可以登记谁不在，请联系管理员。");
        }
    }
}
