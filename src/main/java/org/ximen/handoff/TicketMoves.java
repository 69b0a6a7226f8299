package org.ximen.handoff;

import static org.ximen.handoff.Ticket.State.CLAIMED;
import static org.ximen.handoff.Ticket.State.CLOSED;
import static org.ximen.handoff.Ticket.State.WAITING;
import static org.ximen.handoff.TicketLineTable.Kind.STEP;

import java.time.Instant;
import java.util.Objects;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;

/**
 * What staff do in a talk, from the console and from a chat alike; who may has been asked before.
 * Each is done in the caller's transaction, and false where somebody was faster.
 */
final class TicketMoves {
    private final TicketTable table;
    private final TicketNews news;
    private final TicketAlarm alarm;
    private final Audit audit;

    TicketMoves(TicketTable table, TicketNews news, TicketAlarm alarm, Audit audit) {
        this.table = table;
        this.news = news;
        this.alarm = alarm;
        this.audit = audit;
    }

    boolean claim(Ticket ticket, StaffMember by, Instant now) {
        if (ticket.state() != WAITING || !table.move(ticket, CLAIMED, by.name(), now)) {
            return false;
        }
        alarm.taken(ticket, by, now);
        news.tell(ticket, now, "joined");
        audit.record(by.name(), "ticket.claim", on(ticket), now);
        return true;
    }

    void say(Ticket ticket, StaffMember by, String words, Instant now) {
        table.lines().say(ticket.id(), by.name(), words, now);
        news.tell(ticket, now, "said", words);
        audit.record(by.name(), "ticket.say", on(ticket), now);
    }

    boolean close(Ticket ticket, StaffMember by, Instant now) {
        if (!table.move(ticket, CLOSED, ticket.claimedBy(), now)) {
            return false;
        }
        news.tell(ticket, now, "over");
        audit.record(by.name(), "ticket.close", on(ticket), now);
        return true;
    }

    /** A colleague has it now, in the chat too if they bound one. */
    boolean pass(Ticket ticket, StaffMember to, StaffMember by, Instant now) {
        if (!table.move(ticket, CLAIMED, to.name(), now)) {
            return false;
        }
        table.hearByChat(ticket.id());
        table.lines().add(ticket.id(), STEP, by.name(), "转给 " + to.name(), now);
        news.tell(ticket, now, "passed");
        alarm.passed(ticket, by, to, now);
        audit.record(by.name(), "ticket.pass", on(ticket), "转给 " + to.name(), now);
        return true;
    }

    /** It waits again, with its old number: before all that came later. The others are told. */
    boolean putBack(Ticket ticket, StaffMember by, Instant now) {
        if (!table.move(ticket, WAITING, null, now)) {
            return false;
        }
        table.lines().add(ticket.id(), STEP, by.name(), "放回排队", now);
        alarm.waitsAgain(table.find(ticket.id()).orElse(ticket), by, now);
        news.tell(ticket, now, "back", ticket.id());
        audit.record(by.name(), "ticket.back", on(ticket), now);
        return true;
    }

    /** Whoever had it may no longer: it waits again, and the whole desk is told. */
    boolean takeBack(Ticket ticket, Instant now) {
        if (!table.move(ticket, WAITING, null, now)) {
            return false;
        }
        var holder = Objects.requireNonNullElse(ticket.claimedBy(), "");
        table.lines().add(ticket.id(), STEP, holder, "账号已停用或改了角色，自动放回排队", now);
        alarm.gone(ticket, "desk.moved", now);
        alarm.waits(table.find(ticket.id()).orElse(ticket), null, now);
        news.tell(ticket, now, "back", ticket.id());
        audit.record("system", "ticket.back", on(ticket), holder, now);
        return true;
    }

    static String on(Ticket ticket) {
        return "tickets/" + ticket.id();
    }
}
