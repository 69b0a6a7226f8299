package org.ximen.handoff;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.outbox.Outbox;
import org.ximen.staff.Bindings;
import org.ximen.staff.OnDuty;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.text.Masking;
import org.ximen.text.Plain;
import org.ximen.workdays.WorkCalendar;

/**
 * Tells staff of tickets in the chats that they bound. Of what was said before no more than a short
 * masked line leaves the house.
 */
final class TicketAlarm {
    private static final int LINE = 60;

    private final Bindings bindings;
    private final Outbox outbox;
    private final BilingualTexts texts = new BilingualTexts(TicketAlarm.class);

    TicketAlarm(Bindings bindings, Outbox outbox) {
        this.bindings = bindings;
        this.outbox = outbox;
    }

    /**
     * Somebody waits: the dispatchers hear of it; where none of them bound a chat, all others who
     * may take it.
     *
     * @param said what they said last; null for what they asked before
     */
    void waits(Ticket ticket, @Nullable String said, Instant now) {
        tell(chats(ticket, now), waiting(ticket, said), now);
    }

    /** The same people hear that somebody waits too long; how many chats were told. */
    int waitsLong(Ticket ticket, int minutes, Instant now) {
        var text = say("desk.late", ticket.id(), minutes);
        var chats = chats(ticket, now);
        tell(chats, Reply.of(Reply.Kind.STATUS, text, button("ticket-take", ticket)), now);
        return chats.size();
    }

    /** Nobody answers what a resident said: dispatchers, administrators and whoever has it hear. */
    void unanswered(Ticket ticket, int minutes, Instant now) {
        var holder = Objects.requireNonNullElse(ticket.claimedBy(), "");
        var text = say("desk.unanswered", ticket.id(), minutes, holder);
        var own = holders(ticket);
        chats(ticket, now, DISPATCHER, ADMIN).stream()
                .map(OnDuty::sender)
                .filter(chat -> !own.contains(chat))
                .distinct()
                .forEach(chat -> outbox.say(chat, Reply.of(Reply.Kind.STATUS, text), now));
        var turn = Reply.of(Reply.Kind.STATUS, text, button("ticket-turn", ticket));
        own.forEach(chat -> outbox.say(chat, turn, now));
    }

    /** Somebody waits again: all but who put them back hear of it. */
    void waitsAgain(Ticket ticket, StaffMember by, Instant now) {
        tell(others(ticket, by, now), waiting(ticket, null), now);
    }

    private Reply waiting(Ticket ticket, @Nullable String said) {
        var words = said == null ? ticket.about() : said;
        var line = words == null ? "" : say("desk.words", line(words));
        var urgent = ticket.urgent();
        var text =
                urgent == null
                        ? say("desk.opened", ticket.id(), line)
                        : say("desk.urgent", Masking.mask(urgent), ticket.id(), line);
        return Reply.of(Reply.Kind.STATUS, text, button("ticket-take", ticket));
    }

    private void tell(List<OnDuty> chats, Reply reply, Instant now) {
        chats.forEach(chat -> outbox.say(chat.sender(), reply, now));
    }

    private List<OnDuty> others(Ticket ticket, StaffMember by, Instant now) {
        return chats(ticket, now).stream().filter(chat -> chat.member().id() != by.id()).toList();
    }

    /** Those who were told hear who has it. */
    void taken(Ticket ticket, StaffMember by, Instant now) {
        var reply = Reply.of(Reply.Kind.STATUS, say("desk.taken", ticket.id(), by.name()));
        tell(others(ticket, by, now), reply, now);
    }

    /**
     * Whoever has it hears what the resident said, where they lead it from their chat.
     *
     * @param inHand whether what they type there is for this resident
     */
    void said(Ticket ticket, String words, boolean inHand, Instant now) {
        var button = button(inHand ? "ticket-end" : "ticket-turn", ticket);
        holder(ticket, say("desk.said", ticket.id(), Masking.mask(words)), now, button);
    }

    /** Whoever led it from their chat hears that it is no longer theirs there. */
    void gone(Ticket ticket, String key, Instant now) {
        holder(ticket, say(key, ticket.id()), now);
    }

    /** A colleague hears that it is theirs now. */
    void passed(Ticket ticket, StaffMember by, StaffMember to, Instant now) {
        var about = ticket.about();
        var line = about == null ? "" : say("desk.words", line(about));
        var reply =
                Reply.of(
                        Reply.Kind.STATUS,
                        say("desk.passed", by.name(), ticket.id(), line),
                        button("ticket-turn", ticket));
        bindings.of(to).ifPresent(chat -> outbox.say(chat.sender(), reply, now));
    }

    private void holder(Ticket ticket, String text, Instant now, Choice... buttons) {
        if (ticket.byChat()) {
            var reply = Reply.of(Reply.Kind.STATUS, text, buttons);
            holders(ticket).forEach(chat -> outbox.say(chat, reply, now));
        }
    }

    private List<Sender> holders(Ticket ticket) {
        return Stream.of(Role.values())
                .flatMap(role -> bindings.of(role).stream())
                .filter(chat -> chat.member().name().equals(ticket.claimedBy()))
                .map(Bindings.Chat::sender)
                .toList();
    }

    private List<OnDuty> chats(Ticket ticket, Instant now) {
        var dispatchers = chats(ticket, now, DISPATCHER);
        return dispatchers.isEmpty() ? chats(ticket, now, ADMIN, APPROVER, EDITOR) : dispatchers;
    }

    private List<OnDuty> chats(Ticket ticket, Instant now, Role... roles) {
        var day = now.atZone(WorkCalendar.ZONE).toLocalDate();
        return Stream.of(roles)
                .flatMap(role -> bindings.onDuty(role.name(), day, ticket::isFor).stream())
                .filter(chat -> !chat.sender().equals(ticket.sender()))
                .toList();
    }

    /** What there is to press about a ticket, in the words of staff. */
    Choice button(String name, Ticket ticket) {
        var label = say("button." + name, ticket.id());
        return new Choice(label, name + ":" + ticket.id());
    }

    /** The first words, masked, in one line. */
    static String line(String words) {
        var flat = Masking.mask(Plain.visible(words)).replaceAll("\\s+", " ");
        return NewTicket.shortened(Objects.requireNonNull(flat), LINE);
    }

    private String say(String key, Object... values) {
        return texts.say(Language.ZH, key, values);
    }
}
