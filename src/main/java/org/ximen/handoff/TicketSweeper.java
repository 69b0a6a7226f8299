package org.ximen.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.staff.Roster;
import org.ximen.workdays.LimitUnit;
import org.ximen.workdays.WorkCalendar;

/** Looks after those who wait: for the desk to know, for somebody to take them, for an answer. */
final class TicketSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(TicketSweeper.class);

    private final Db db;
    private final TicketTable table;
    private final TicketMoves moves;
    private final TicketAlarm alarm;
    private final TicketNews news;
    private final Roster roster;
    private final WorkCalendar calendar;
    private final int wait;

    /**
     * @param wait minutes of office hours that are too long
     */
    TicketSweeper(Handoff.Parts parts, WorkCalendar calendar, int wait) {
        this.db = parts.db();
        this.table = parts.table();
        this.moves = parts.moves();
        this.alarm = parts.alarm();
        this.news = parts.news();
        this.roster = parts.roster();
        this.calendar = calendar;
        this.wait = wait;
    }

    int sweep(Instant now) {
        int told = 0;
        if (calendar.openAt(now)) {
            told += each(table.listUntold(Handoff.MOST_LISTED), ticket -> tell(ticket, now));
        }
        told += each(table.listWaiting(Handoff.MOST_LISTED), ticket -> callAgain(ticket, now));
        return told + each(table.listClaimed(Handoff.MOST_LISTED), ticket -> look(ticket, now));
    }

    /** One that fails is tried again by the next sweep, and holds up no other. */
    private static int each(List<Ticket> tickets, ToIntFunction<Ticket> work) {
        int told = 0;
        for (var ticket : tickets) {
            told += IsolatedRun.of(() -> work.applyAsInt(ticket), why -> aside(ticket, why));
        }
        return told;
    }

    private static int aside(Ticket ticket, Throwable why) {
        LOG.error("排队 {} 号没有提醒成，稍后再试", ticket.id(), why);
        return 0;
    }

    /** The desk hears that somebody waits. */
    int tell(Ticket ticket, Instant now) {
        db.run(() -> {
            alarm.waits(ticket, null, now);
            table.told(ticket.id(), now);
        });
        return 1;
    }

    /** Who was put back waits from then on. */
    private int callAgain(Ticket ticket, Instant now) {
        return isLong(ticket.movedAt(), now) && db.in(() -> calledAgain(ticket, now)) ? 1 : 0;
    }

    private boolean isLong(Instant since, Instant now) {
        return !calendar.after(since, wait, LimitUnit.WORKING_MINUTES).isAfter(now);
    }

    private boolean calledAgain(Ticket ticket, Instant now) {
        if (!table.toldLate(ticket.id(), now)) {
            return false;
        }
        int called = alarm.waitsLong(ticket, wait, now);
        news.tell(ticket, now, called > 0 ? "late.called" : "late", ticket.id(), wait);
        return true;
    }

    private int look(Ticket ticket, Instant now) {
        boolean held =
                Optional.ofNullable(ticket.claimedBy())
                        .flatMap(roster::find)
                        .filter(holder -> TicketDesk.mayHave(ticket, holder))
                        .isPresent();
        boolean told =
                held
                        ? unansweredSince(ticket)
                                .filter(since -> isLong(since, now))
                                .filter(since -> db.in(() -> called(ticket, since, now)))
                                .isPresent()
                        : db.in(() -> moves.takeBack(ticket, now));
        return told ? 1 : 0;
    }

    /** Whether the desk is called now, once for each silence. */
    private boolean called(Ticket ticket, Instant since, Instant now) {
        boolean first = table.toldSilent(ticket.id(), since, now);
        if (first) {
            alarm.unanswered(ticket, wait, now);
        }
        return first;
    }

    /** When the resident first said what nobody answered, or since when another has to answer. */
    private static Optional<Instant> unansweredSince(Ticket ticket) {
        return ticket.lines().reversed().stream()
                .takeWhile(line -> line.staff() == null)
                .map(Ticket.Line::at)
                .reduce((later, earlier) -> earlier)
                .map(said -> said.isAfter(ticket.movedAt()) ? said : ticket.movedAt());
    }
}
