package org.ximen.staff;

import java.util.List;
import org.ximen.db.Db;

/** Table {@code staff_menu}, against the chats of a channel that are bound to open accounts. */
final class StaffMenuTable {
    private static final String BOUND =
            """
            select staff_chat.address from staff_chat join account on account.id = account
            where channel = ? and active = true
            """;

    private final Db db;
    private final String channel;

    StaffMenuTable(Db db, String channel) {
        this.db = db;
        this.channel = channel;
    }

    List<String> listMissing() {
        return list(BOUND + " and address not in (select address from staff_menu)");
    }

    List<String> listOver() {
        return list("select address from staff_menu where address not in (" + BOUND + ")");
    }

    private List<String> list(String sql) {
        return db.client().sql(sql).params(channel).query(String.class).list();
    }

    void add(String address) {
        db.client().sql("insert into staff_menu (address) values (?)").params(address).update();
    }

    void delete(String address) {
        db.client().sql("delete from staff_menu where address = ?").params(address).update();
    }
}
