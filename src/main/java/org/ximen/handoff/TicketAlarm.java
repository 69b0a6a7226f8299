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
import org.ximen.staff.Role;
import org.ximen.text.Masking;

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
        var dispatchers = chats(ticket, DISPATCHER);
        var chats = dispatchers.isEmpty() ? chats(ticket, ADMIN, APPROVER, EDITOR) : dispatchers;
        var reply = Reply.of(Reply.Kind.STATUS, words(ticket, said));
        chats.forEach(chat -> outbox.say(chat.sender(), reply, now));
    }

    private List<Bindings.Chat> chats(Ticket ticket, Role... roles) {
        return Stream.of(roles)
                .flatMap(role -> bindings.of(role).stream())
                .filter(chat -> ticket.isFor(chat.member()))
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
