package org.ximen.handoff;

import static org.ximen.handoff.Ticket.State.CLAIMED;
import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Who of the staff may see a ticket, and who may speak in it. */
final class TicketAccess {
    private final TicketTable table;

    TicketAccess(TicketTable table) {
        this.table = table;
    }

    /** Whether the member's role talks with residents. */
    static boolean isDesk(StaffMember member) {
        return member.is(DISPATCHER, EDITOR, APPROVER, ADMIN);
    }

    /**
     * @throws StaffRefused if the member's role does not talk with residents
     */
    static void onlyDesk(StaffMember by) {
        if (!isDesk(by)) {
            throw new StaffRefused(FORBIDDEN, "只有派遣员、编辑、审核员和管理员可以接待居民。");
        }
    }

    /**
     * @throws StaffRefused if there is none, or the member may not see it
     */
    Ticket get(long id, StaffMember by) {
        onlyDesk(by);
        return table.find(id).filter(each -> each.isFor(by)).orElseThrow(() -> unknown(id));
    }

    Ticket get(long id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * A talk that the member leads; an administrator may step into any.
     *
     * @throws StaffRefused if it is not theirs, with who has it
     */
    Ticket own(long id, StaffMember by) {
        var ticket = get(id, by);
        if (ticket.state() != CLAIMED) {
            throw new StaffRefused(CONFLICT, "这位居民" + ticket.state().shown() + "，请先接听。");
        }
        if (!ticket.isWith(by) && by.role() != ADMIN) {
            throw new StaffRefused(CONFLICT, "这位居民由 " + ticket.claimedBy() + " 接听，请由其回复。");
        }
        return ticket;
    }

    private static StaffRefused unknown(long id) {
        return new StaffRefused(UNKNOWN, "没有 " + id + " 号排队，请核对号码。");
    }
}
