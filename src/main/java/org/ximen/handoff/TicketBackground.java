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
     * @param talk with the assistant, before and while waiting, oldest first; nothing of what was
     *     reported without a name
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
        var all = cases.of(ticket.person());
        var hidden = all.stream().filter(GridCase::anonymous).toList();
        var shown = all.stream().filter(item -> !item.anonymous()).limit(CASES).toList();
        var told = outbox.lines(ticket.sender(), REPLIES);
        var said = said(ticket, hidden, told);
        var open = told.stream().filter(line -> !isAbout(line, hidden)).toList();
        return new Known(talk(ticket, said, open), shown, cited(said, open).orElse(null));
    }

    /**
     * By the message. What was said after the talk is nobody's business; what led to a report
     * without a name, or was about it, would tell who reported it.
     */
    private Map<String, ResidentWordsTable.Row> said(
            Ticket ticket, List<GridCase> hidden, List<OutboxLine> told) {
        var rows = new HashMap<String, ResidentWordsTable.Row>();
        var from = hidden.stream().map(GridCase::reportedAt).max(Instant::compareTo);
        boolean over = ticket.state() == Ticket.State.CLOSED;
        words.list(ticket.person(), WORDS).stream()
                .filter(row -> from.isEmpty() || row.at().isAfter(from.get()))
                .filter(row -> !over || !row.at().isAfter(ticket.movedAt()))
                .forEach(row -> rows.put(row.message(), row));
        told.stream()
                .filter(line -> isAbout(line, hidden))
                .map(OutboxLine::answers)
                .forEach(rows::remove);
        return rows;
    }

    /** Who hears of what comes back has reported or joined it, perhaps without a name. */
    private static boolean isAbout(OutboxLine line, List<GridCase> hidden) {
        var reply = line.reply();
        return hidden.stream()
                .map(GridCase::number)
                .anyMatch(number ->
                        reply.topic() != null
                                || number.equals(reply.caseNumber())
                                || reply.text().contains(number));
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
}
