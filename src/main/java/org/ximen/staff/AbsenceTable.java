package org.ximen.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ximen.db.Db;

/** Table {@code staff_absence}. */
final class AbsenceTable {
    private final Db db;

    /** A member who is away, and the account of who stands in. */
    record Away(StaffMember member, long deputy) {}

    AbsenceTable(Db db) {
        this.db = db;
    }

    void put(long account, LocalDate from, LocalDate to, long deputy) {
        delete(account);
        db.client()
                .sql(
                        """
                        insert into staff_absence (account, first_day, last_day, deputy)
                        values (?, ?, ?, ?)
                        """)
                .params(account, from, to, deputy)
                .update();
    }

    boolean delete(long account) {
        return db.client()
                        .sql("delete from staff_absence where account = ?")
                        .params(account)
                        .update()
                == 1;
    }

    Optional<Absence> find(long account) {
        return db.client()
                .sql(
                        """
                        select first_day, last_day, name from staff_absence
                        join account on account.id = deputy where staff_absence.account = ?
                        """)
                .params(account)
                .query((row, n) ->
                        new Absence(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class),
                                row.getString("name")))
                .optional();
    }

    /** Who is away on a day, of the open accounts. */
    List<Away> on(LocalDate day) {
        return db.client()
                .sql(
                        """
                        select account.*, deputy from staff_absence
                        join account on account.id = staff_absence.account
                        where first_day <= ? and last_day >= ? and active = true
                        order by account.id
                        """)
                .params(day, day)
                .query((row, n) -> new Away(AccountTable.member(row), row.getLong("deputy")))
                .list();
    }
}
