package org.ximen.staff;

import java.util.List;
import org.ximen.db.Db;

/**
 * The chats of a channel whose menus are to be those of staff, and those that are so by now: what
 * differs is put right later, whatever happened in between. Table {@code staff_menu}.
 */
public final class StaffMenus {
    private static final String BOUND =
            """
            select staff_chat.address from staff_chat join account on account.id = account
            where channel = ? and active = true
            """;

    private final Db db;
    private final String channel;

    /**
     * @param channel the one that has such menus
     */
    public StaffMenus(Db db, String channel) {
        this.db = db;
        this.channel = channel;
    }

    /** Addresses of chats of open accounts that have the menu of everybody. */
    public List<String> missing() {
        return list(BOUND + " and address not in (select address from staff_menu)");
    }

    /** Addresses of chats that are nobody's any more and have the menu of staff. */
    public List<String> over() {
        return list("select address from staff_menu where address not in (" + BOUND + ")");
    }

    private List<String> list(String sql) {
        return db.client().sql(sql).params(channel).query(String.class).list();
    }

    /** Notes that a chat has the menu of staff, even one that was unbound meanwhile. */
    public void given(String address) {
        db.client().sql("insert into staff_menu (address) values (?)").params(address).update();
    }

    /** Notes that a chat has the menu of everybody again. */
    public void taken(String address) {
        db.client().sql("delete from staff_menu where address = ?").params(address).update();
    }
}
