package org.ximen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Table {@code account}. Names are one whatever the case of their letters. */
final class AccountTable {
    private final Db db;

    /** An account with what only {@link Accounts} may see. */
    record Row(StaffMember member, String password, @Nullable Instant lockedUntil) {
        /** Until when nobody can log in, if that is so now. */
        Optional<Instant> lockedAt(Instant now) {
            return Optional.ofNullable(lockedUntil).filter(until -> until.isAfter(now));
        }
    }

    AccountTable(Db db) {
        this.db = db;
    }

    /** False if the name is taken; the surrounding transaction is then lost. */
    boolean add(NewAccount account, Duty duty, String encoded, Instant now) {
        try {
            db.client()
                    .sql(
                            """
                            insert into account (name, name_key, password, role, department, areas,
                                active, failures, created_at)
                            values (?, ?, ?, ?, ?, ?, true, 0, ?)
                            """)
                    .param(account.name())
                    .param(key(account.name()))
                    .param(encoded)
                    .param(duty.role().name())
                    .param(duty.department())
                    .param(String.join(",", duty.areas()))
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

    void unlock(long id) {
        db.client()
                .sql("update account set failures = 0, locked_until = null where id = ?")
                .params(id)
                .update();
    }

    List<String> locked(Instant now) {
        return db.client()
                .sql("select name from account where locked_until > ?")
                .params(Times.utc(now))
                .query(String.class)
                .list();
    }

    void password(long id, String encoded) {
        db.client()
                .sql("update account set password = ? where id = ?")
                .params(encoded, id)
                .update();
    }

    /** Counts a wrong password; the last one allowed locks the account. */
    void failed(long id, int most, Instant until) {
        db.client()
                .sql(
                        """
                        update account set
                            locked_until = case when failures + 1 >= ?
                                then cast(? as timestamp with time zone) else locked_until end,
                            failures = case when failures + 1 >= ? then 0 else failures + 1 end
                        where id = ?
                        """)
                .params(most, Times.utc(until), most, id)
                .update();
    }

    void succeeded(long id) {
        db.client()
                .sql("update account set failures = 0 where id = ? and failures > 0")
                .params(id)
                .update();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(member(row), row.getString("password"), Times.find(row, "locked_until"));
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
