package org.ximen.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.chat.Choice;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;

/**
 * Talks that staff lead from the chat that they bound. A member may have several; what they type is
 * for the one in hand. Nothing here throws because somebody was faster, since it is called inside
 * the transaction of a message.
 */
public final class TicketChats {
    /** Whoever said nothing for so long is asked before their words go to the resident. */
    public static final Duration FRESH = Duration.ofHours(2);

    private final Db db;
    private final TicketTable table;
    private final InHandTable hands;
    private final TicketMoves moves;
    private final TicketAlarm alarm;
    private final Bindings bindings;

    TicketChats(Handoff.Parts parts) {
        this.db = parts.db();
        this.table = parts.table();
        this.hands = new InHandTable(db);
        this.moves = parts.moves();
        this.alarm = parts.alarm();
        this.bindings = parts.bindings();
    }

    /**
     * The talk for which a chat's words are.
     *
     * @param member whose chat it is
     * @param fresh whether something was said in it within {@link #FRESH}
     */
    public record InHand(Ticket ticket, StaffMember member, boolean fresh) {}

    /** What became of the wish to take a ticket. */
    public sealed interface Taking {
        /** It is in hand now. */
        record Taken(Ticket ticket) implements Taking {}

        /** It is with another, or over. */
        record TooLate(Ticket ticket) implements Taking {}

        /** There is none that the member may take. */
        record NotTheirs() implements Taking {}
    }

    /** The talk that is in hand in this chat, if there is one. */
    public Optional<InHand> inHand(Sender chat, Instant now) {
        return bindings.of(chat)
                .flatMap(bindings::of)
                .flatMap(bound ->
                        hands.find(bound.member().name()).flatMap(row -> of(bound, row, now)));
    }

    /** What was in hand before the chat was bound was so in another chat. */
    private Optional<InHand> of(Bindings.Chat bound, InHandTable.Row row, Instant now) {
        boolean fresh = row.saidAt().plus(FRESH).isAfter(now);
        return table.find(row.ticket())
                .filter(ticket -> ticket.isWith(bound.member()))
                .filter(ticket -> TicketAccess.isDesk(bound.member()))
                .filter(ticket -> !row.since().isBefore(bound.since()))
                .map(ticket -> new InHand(ticket, bound.member(), fresh));
    }

    /** The resident said something; whether whoever has it has it in hand. */
    boolean heard(Ticket ticket, Instant now) {
        var holder = ticket.claimedBy();
        boolean inHand =
                holder != null
                        && hands.find(holder)
                                .filter(row -> row.ticket() == ticket.id())
                                .isPresent();
        if (inHand) {
            hands.touch(ticket.id(), now);
        }
        return inHand;
    }

    /** Takes a ticket into hand; of several who want it the first has it. */
    public Taking take(long id, StaffMember by, Sender chat, Instant now) {
        return db.in(() -> {
            var ticket = table.find(id).filter(each -> each.isFor(by));
            boolean own = ticket.filter(each -> each.sender().equals(chat)).isPresent();
            if (ticket.isEmpty() || own || !TicketAccess.isDesk(by)) {
                return new Taking.NotTheirs();
            }
            if (!ticket.get().isWith(by) && !moves.claim(ticket.get(), by, now)) {
                return new Taking.TooLate(table.find(id).orElse(ticket.get()));
            }
            return new Taking.Taken(intoHand(id, by, now));
        });
    }

    private Ticket intoHand(long id, StaffMember by, Instant now) {
        table.hearByChat(id);
        hands.put(by.name(), id, now);
        return table.find(id).orElseThrow();
    }

    /** Takes another of one's own talks into hand; empty if it is not one's own. */
    public Optional<Ticket> turnTo(long id, StaffMember by, Instant now) {
        return db.in(() ->
                table.find(id)
                        .filter(ticket -> ticket.isWith(by))
                        .map(ticket -> intoHand(id, by, now)));
    }

    /** Says something to the resident whose talk is in hand. */
    public void say(InHand inHand, String words, Instant now) {
        db.run(() -> {
            moves.say(inHand.ticket(), inHand.member(), words, now);
            hands.touch(inHand.ticket().id(), now);
        });
    }

    /** Ends one's own talk; the assistant speaks again there. False if it is not one's own. */
    public boolean end(long id, StaffMember by, Instant now) {
        return db.in(() ->
                table.find(id)
                        .filter(ticket -> ticket.isWith(by))
                        .map(ticket -> moves.close(ticket, by, now))
                        .orElse(false));
    }

    /** Puts one's own talk back into the queue. False if it is not one's own. */
    public boolean putBack(long id, StaffMember by, Instant now) {
        return db.in(() ->
                table.find(id)
                        .filter(ticket -> ticket.isWith(by))
                        .map(ticket -> moves.putBack(ticket, by, now))
                        .orElse(false));
    }

    /** What is typed is one's own again; the talk stays with the member. */
    public void rest(StaffMember by) {
        db.run(() -> hands.drop(by.name()));
    }

    /** The talks that a member has, the oldest first. */
    public List<Ticket> held(StaffMember by) {
        return table.listHeld(by.name());
    }

    /** Those who wait for anybody, the first in the queue first. */
    public List<Ticket> waiting(StaffMember by, int most) {
        return table.listOpen(Handoff.MOST_LISTED).stream()
                .filter(ticket -> ticket.state() == Ticket.State.WAITING && ticket.isFor(by))
                .limit(most)
                .toList();
    }

    /** What the resident said last, masked and short; empty if they said nothing. */
    public Optional<String> lastLine(Ticket ticket) {
        return ticket.lines().reversed().stream()
                .filter(line -> line.staff() == null)
                .map(Ticket.Line::text)
                .findFirst()
                .or(() -> Optional.ofNullable(ticket.about()))
                .map(TicketAlarm::line);
    }

    /** What there is to press about a ticket. */
    public Choice button(String name, Ticket ticket) {
        return alarm.button(name, ticket);
    }
}
