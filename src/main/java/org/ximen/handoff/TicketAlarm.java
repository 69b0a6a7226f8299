package org.ximen.handoff;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.outbox.Outbox;
import org.ximen.staff.Bindings;
import org.ximen.staff.OnDuty;
import org.ximen.staff.Role;
import org.ximen.text.Masking;
import org.ximen.workdays.WorkCalendar;

/** Tells the desk of a ticket that cannot wait, in the chats that its people bound. */
final class TicketAlarm {
    private final Bindings bindings;
    private final Outbox outbox;

    TicketAlarm(Bindings bindings, Outbox outbox) {
        this.bindings = bindings;
        this.outbox = outbox;
    }

    /**
     * The dispatchers; where none of them bound a chat, all others who may take it.
     *
     * @param said the words that could not wait, if there were any
     */
    void tell(Ticket ticket, @Nullable String said, Instant now) {
        say(ticket, words(ticket, said), now);
    }

    /** The same people hear that somebody waits too long; how many chats were told. */
    int waiting(Ticket ticket, int minutes, Instant now) {
        var words = "居民 %d 号等人工已超过 %d 分钟，还没有人接听。请到工作台“人工接待”接听。".formatted(ticket.id(), minutes);
        return say(ticket, words, now);
    }

    private int say(Ticket ticket, String words, Instant now) {
        var dispatchers = chats(ticket, now, DISPATCHER);
        var chats =
                dispatchers.isEmpty() ? chats(ticket, now, ADMIN, APPROVER, EDITOR) : dispatchers;
        var reply = Reply.of(Reply.Kind.STATUS, words);
        chats.forEach(chat -> outbox.say(chat.sender(), reply, now));
        return chats.size();
    }

    private List<OnDuty> chats(Ticket ticket, Instant now, Role... roles) {
        var day = now.atZone(WorkCalendar.ZONE).toLocalDate();
        return Stream.of(roles)
                .flatMap(role -> bindings.onDuty(role.name(), day, ticket::isFor).stream())
                .toList();
    }

    private static String words(Ticket ticket, @Nullable String said) {
        var about = said == null ? "" : "“" + Masking.mask(said) + "”。";
        return "有居民急需人工："
                + Masking.mask(String.valueOf(ticket.urgent()))
                + "，"
                + ticket.id()
                + " 号。"
                + about
                + "请马上到工作台“人工接待”接听。";
    }
}
