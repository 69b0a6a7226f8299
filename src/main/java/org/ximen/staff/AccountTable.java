package org.ximen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code account}. Names are one whatever the case of their letters. */
final class AccountTable {
    private final Db db;

    /**
     * An account with what only {@link Accounts} may see.
     *
     * @param oneTime whether somebody else chose the password
     */
    record Row(StaffMember member, String password, boolean oneTime) {
        /** In place of an account that does not exist; nobody logs in to it. */
        static Row nobody(String password) {
            return new Row(
                    new StaffMember(0, "", Role.HANDLER, null, List.of(), false), password, false);
        }
    }

    AccountTable(Db db) {
        this.db = db;
    }

    /** False if the name is taken; the surrounding transaction is then lost. */
    boolean add(String name, Duty duty, Secret secret, Instant now) {
        try {
            db.client()
                    .sql(
                            """
                            insert into account (name, name_key, password, role, department, areas,
                                active, one_time, created_at)
                            values (?, ?, ?, ?, ?, ?, true, ?, ?)
                            """)
                    .param(name)
                    .param(key(name))
                    .param(secret.encoded())
                    .param(duty.role().name())
                    .param(duty.department())
                    .param(String.join(",", duty.areas()))
                    .param(secret.oneTime())
                    .param(Times.utc(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<Row> find(String name) {
        return db.client()
                .sql("select * from account where name_key = ?")
                .params(key(name))
                .query(AccountTable::row)
                .optional();
    }

    List<StaffMember> list() {
        return db
                .client()
                .sql("select * from account order by name_key")
                .query(AccountTable::row)
                .list()
                .stream()
                .map(Row::member)
                .toList();
    }

    Row get(String name) {
        return find(name)
                .orElseThrow(() ->
                        new StaffRefused(
                                StaffRefused.Reason.UNKNOWN, "没有叫“" + name + "”的账号，请核对账号名。"));
    }

    void put(long id, Duty duty) {
        db.client()
                .sql(
                        """
                        update account set role = ?, department = ?, areas = ?, active = ?
                        where id = ?
                        """)
                .param(duty.role().name())
                .param(duty.department())
                .param(String.join(",", duty.areas()))
                .param(duty.active())
                .param(id)
                .update();
    }

    /** Until the transaction ends, nobody else changes an administrator. */
    void holdAdmins() {
        db.client().sql("update account set active = active where role = 'ADMIN'").update();
    }

    long openAdmins() {
        return db.client()
                .sql("select count(*) from account where role = 'ADMIN' and active = true")
                .query(Long.class)
                .single();
    }

    void password(long id, Secret secret) {
        db.client()
                .sql("update account set password = ?, one_time = ? where id = ?")
                .params(secret.encoded(), secret.oneTime(), id)
                .update();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(member(row), row.getString("password"), row.getBoolean("one_time"));
    }

    static StaffMember member(ResultSet row) throws SQLException {
        var areas = row.getString("areas");
        return new StaffMember(
                row.getLong("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("department"),
                areas.isEmpty() ? List.of() : List.of(areas.split(",")),
                row.getBoolean("active"));
    }
}
