package org.ximen.handoff;

import java.time.Instant;
import org.ximen.workdays.WorkCalendar;

/** What can be told of a ticket's place in the queue. */
final class Queue {
    private final TicketTable table;
    private final WorkCalendar calendar;

    Queue(TicketTable table, WorkCalendar calendar) {
        this.table = table;
        this.calendar = calendar;
    }

    QueuePlace place(Ticket ticket, Instant now) {
        boolean waits = ticket.state() == Ticket.State.WAITING;
        return new QueuePlace(
                ticket.id(),
                ticket.state(),
                waits ? table.waitingBefore(ticket) : 0,
                calendar.openAt(now) ? null : calendar.nextOpening(now));
    }
}
