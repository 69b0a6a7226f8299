package org.ximen.staff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.ximen.db.Db;

/** Who of the staff there is and who is away, for those who only read it. */
public final class Roster {
    private static final ZoneId STREET = ZoneId.of("Asia/Shanghai");

    private final AccountTable accounts;
    private final AbsenceTable absences;

    public Roster(Db db) {
        this.accounts = new AccountTable(db);
        this.absences = new AbsenceTable(db);
    }

    /** The account of that name, open or closed. */
    public Optional<StaffMember> find(String name) {
        return accounts.find(name).map(AccountTable.Row::member);
    }

    /** Whether a member is away today. */
    public boolean isAway(StaffMember member, Instant now) {
        return absences.on(now.atZone(STREET).toLocalDate()).stream()
                .anyMatch(away -> away.member().id() == member.id());
    }
}
