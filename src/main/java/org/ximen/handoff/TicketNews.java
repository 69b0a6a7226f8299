package org.ximen.handoff;

import java.time.Instant;
import org.ximen.chat.Reply;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Residents;
import org.ximen.text.BilingualTexts;

/** Tells a resident, in the language that they wrote in last, what becomes of their talk. */
final class TicketNews {
    private final Outbox outbox;
    private final Residents residents;
    private final BilingualTexts texts = new BilingualTexts(TicketNews.class);

    TicketNews(Outbox outbox, Residents residents) {
        this.outbox = outbox;
        this.residents = residents;
    }

    void tell(Ticket ticket, Instant now, String key, Object... values) {
        outbox.say(ticket.sender(), reply(ticket, key, values), now);
    }

    /** A case was filed for them, which they hear of from now on. */
    void filed(Ticket ticket, String number, Instant now) {
        outbox.say(ticket.sender(), reply(ticket, "filed", number).about(number), now);
    }

    private Reply reply(Ticket ticket, String key, Object... values) {
        var words = texts.say(residents.languageOf(ticket.sender()), key, values);
        return Reply.of(Reply.Kind.STATUS, words);
    }
}
