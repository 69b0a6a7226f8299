package org.ximen.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.chat.Citation;
import org.ximen.db.Db;
import org.ximen.outbox.Outbox;
import org.ximen.outbox.OutboxLine;
import org.ximen.text.Masking;

/** What whoever takes over knows of the resident: the talk with the assistant, and their cases. */
public final class TicketBackground {
    private static final int WORDS = 20;
    private static final int REPLIES = 60;
    private static final int CASES = 10;
    private static final int LONGEST = 500;
    private static final Duration BEFORE = Duration.ofDays(2);

    private final ResidentWordsTable words;
    private final Outbox outbox;
    private final Cases cases;

    public TicketBackground(Db db, Outbox outbox, Cases cases) {
        this.words = new ResidentWordsTable(db);
        this.outbox = outbox;
        this.cases = cases;
    }

    /**
     * Of one ticket.
     *
     * @param talk with the assistant, before and while waiting, oldest first
     * @param cases that the resident reported by name, newest first
     * @param cited where the answer stands that they read last
     */
    public record Known(List<Spoken> talk, List<GridCase> cases, @Nullable Citation cited) {
        public Known {
            talk = List.copyOf(talk);
            cases = List.copyOf(cases);
        }
    }

    /**
     * Something that was said, masked.
     *
     * @param assistant false for the resident
     */
    public record Spoken(boolean assistant, String text, Instant at) {}

    /** What is known of the resident of a ticket, to those who may see it. */
    public Known of(Ticket ticket) {
        var said = said(ticket);
        var told = outbox.lines(ticket.sender(), REPLIES);
        return new Known(talk(ticket, said, told), cases(ticket), cited(said, told).orElse(null));
    }

    /** By the message; what was said after the talk is nobody's business. */
    private Map<String, ResidentWordsTable.Row> said(Ticket ticket) {
        var rows = new HashMap<String, ResidentWordsTable.Row>();
        boolean over = ticket.state() == Ticket.State.CLOSED;
        for (var row : words.list(ticket.person(), WORDS)) {
            if (!over || !row.at().isAfter(ticket.movedAt())) {
                rows.put(row.message(), row);
            }
        }
        return rows;
    }

    private static List<Spoken> talk(
            Ticket ticket, Map<String, ResidentWordsTable.Row> said, List<OutboxLine> told) {
        var talk = new ArrayList<Spoken>();
        said.values().forEach(row -> talk.add(new Spoken(false, row.said(), row.at())));
        told.reversed().forEach(line -> spoken(ticket, said, line).ifPresent(talk::add));
        // What was said comes before its answer, which is of the same instant.
        talk.sort(Comparator.comparing(Spoken::at));
        return talk;
    }

    private static Optional<Spoken> spoken(
            Ticket ticket, Map<String, ResidentWordsTable.Row> said, OutboxLine line) {
        var text = NewTicket.shortened(Masking.mask(line.reply().text()), LONGEST);
        var asked = line.answers() == null ? null : said.get(line.answers());
        boolean unasked = line.answers() == null && isBefore(ticket, line.at());
        return asked == null && !unasked
                ? Optional.empty()
                : Optional.of(new Spoken(true, text, asked == null ? line.at() : asked.at()));
    }

    /** What staff say arrives unasked, too, and stands in the ticket. */
    private static boolean isBefore(Ticket ticket, Instant at) {
        return !at.isAfter(ticket.askedAt()) && at.isAfter(ticket.askedAt().minus(BEFORE));
    }

    private static Optional<Citation> cited(
            Map<String, ResidentWordsTable.Row> said, List<OutboxLine> told) {
        return told.stream()
                .filter(line -> line.answers() != null && said.containsKey(line.answers()))
                .flatMap(line -> line.reply().citations().stream())
                .findFirst();
    }

    /** Who wishes not to be known as a reporter is not. */
    private List<GridCase> cases(Ticket ticket) {
        return cases.of(ticket.person()).stream()
                .filter(item -> !item.anonymous())
                .limit(CASES)
                .toList();
    }
}
