package org.ximen.staff;

import static org.ximen.staff.StaffRefused.Reason.CONFLICT;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.district.District;

/** What an administrator changes about an account, each change with a line in the trail. */
final class Changes {
    private final Db db;
    private final AccountTable table;
    private final Audit audit;
    private final District district;

    Changes(Db db, AccountTable table, Audit audit, District district) {
        this.db = db;
        this.table = table;
        this.audit = audit;
        this.district = district;
    }

    /**
     * What changes nothing leaves no line.
     *
     * @param secret the new password, or nothing to keep the old one
     */
    StaffMember make(
            String name, Change change, @Nullable Secret secret, StaffMember by, Instant now) {
        return db.in(() -> {
            // Two administrators who take each other's rights at the same time come one by one.
            table.holdAdmins();
            var member = table.get(name).member();
            put(member, change, by, now);
            if (secret != null) {
                // Their own only for those who know the old one.
                refuseIf(member.id() == by.id(), "自己的密码请在“改密码”里修改。");
                table.password(member.id(), secret);
                audit.record(by.name(), "account.reset", member.name(), now);
            }
            return table.get(name).member();
        });
    }

    /** Makes an account an open administrator with a new password, whatever it was before. */
    void restore(String name, Secret secret, Instant now) {
        db.run(() -> {
            var member = table.get(name).member();
            table.put(member.id(), new Duty(Role.ADMIN, null, List.of(), true));
            table.password(member.id(), secret);
            audit.record("system", "account.reset", member.name(), "在本机上重设了管理员密码", now);
        });
    }

    StaffMember unlock(String name, StaffMember by, Instant now) {
        return db.in(() -> {
            var member = table.get(name).member();
            audit.record(by.name(), "account.unlock", member.name(), now);
            return member;
        });
    }

    private void put(StaffMember member, Change change, StaffMember by, Instant now) {
        var old = Duty.of(member);
        var fresh = change.of(old, district);
        if (fresh.equals(old)) {
            return;
        }
        refuseIf(member.id() == by.id() && !fresh.active(), "不能停用自己的账号，请由另一位管理员操作。");
        table.put(member.id(), fresh);
        refuseIf(table.openAdmins() == 0, "这是最后一个管理员账号，不能停用，也不能改成别的角色；请先新建另一个管理员。");
        var details = fresh.since(old, district);
        audit.record(by.name(), what(old, fresh), member.name(), details, now);
    }

    private static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new StaffRefused(CONFLICT, message);
        }
    }

    private static String what(Duty old, Duty fresh) {
        if (old.active() == fresh.active()) {
            return "account.change";
        }
        return fresh.active() ? "account.enable" : "account.disable";
    }
}
