package org.ximen.staff;

import java.util.List;
import org.ximen.db.Db;

/**
 * The chats of a channel whose menus are to be those of staff, and those that are so by now: what
 * differs is put right later, whatever happened in between.
 */
public final class StaffMenus {
    private final StaffMenuTable table;

    /**
     * @param channel the one that has such menus
     */
    public StaffMenus(Db db, String channel) {
        this.table = new StaffMenuTable(db, channel);
    }

    /** Addresses of chats of open accounts that have the menu of everybody. */
    public List<String> missing() {
        return table.listMissing();
    }

    /** Addresses of chats that are nobody's any more and have the menu of staff. */
    public List<String> over() {
        return table.listOver();
    }

    /** Notes that a chat has the menu of staff, even one that was unbound meanwhile. */
    public void given(String address) {
        table.add(address);
    }

    /** Notes that a chat has the menu of everybody again. */
    public void taken(String address) {
        table.delete(address);
    }
}
