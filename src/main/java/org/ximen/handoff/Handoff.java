package org.ximen.handoff;

import static java.util.stream.Collectors.joining;
import static org.ximen.handoff.Ticket.State.CLAIMED;
import static org.ximen.handoff.Ticket.State.CLOSED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.staff.Roster;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.text.Masking;
import org.ximen.text.Plain;
import org.ximen.workdays.WorkCalendar;

/** Residents who want to talk to a person. */
public final class Handoff {
    static final int MOST_LISTED = 200;
    private static final int LONGEST = 1000;
    private static final Set<String> ENDINGS =
            Set.of("结束", "取消", "结束对话", "/cancel", "cancel", "end");
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Duration WORDS_KEPT = Duration.ofDays(2);
    private static final int USUAL_WAIT = 10;

    private final Db db;
    private final TicketTable table;
    private final TicketAccess access;
    private final ResidentWordsTable words;
    private final Queue queue;
    private final WorkCalendar calendar;
    private final TicketAlarm alarm;
    private final TicketSweeper sweeper;
    private final TicketDesk desk;
    private final TicketChats chats;
    private final BilingualTexts texts = new BilingualTexts(Handoff.class);

    /** What the two sides of a talk share. */
    record Parts(
            Db db,
            TicketTable table,
            TicketMoves moves,
            TicketAlarm alarm,
            TicketNews news,
            Bindings bindings,
            Roster roster,
            Audit audit) {}

    /** What became of a resident's words. */
    public enum Relayed {
        /** They are in the ticket; the bot stays silent. */
        KEPT,
        /** They ended the talk; the bot says so and speaks again. */
        ENDED,
        /** Nobody talks to this chat. */
        NOBODY
    }

    public Handoff(Db db, WorkCalendar calendar, Outbox outbox, Audit audit) {
        this(db, calendar, outbox, audit, USUAL_WAIT);
    }

    /**
     * @param wait minutes of office hours after which whoever waits is called for again
     */
    public Handoff(Db db, WorkCalendar calendar, Outbox outbox, Audit audit, int wait) {
        this.db = db;
        this.table = new TicketTable(db);
        this.access = new TicketAccess(table);
        this.words = new ResidentWordsTable(db);
        this.queue = new Queue(table, calendar);
        this.calendar = calendar;
        var bindings = new Bindings(db, audit);
        this.alarm = new TicketAlarm(bindings, outbox);
        var news = new TicketNews(outbox, new Residents(db));
        var moves = new TicketMoves(table, news, alarm, audit);
        var parts = new Parts(db, table, moves, alarm, news, bindings, new Roster(db), audit);
        this.sweeper = new TicketSweeper(parts, calendar, wait);
        this.desk = new TicketDesk(parts);
        this.chats = new TicketChats(parts);
    }

    /** What staff do at their desks. */
    public TicketDesk desk() {
        return desk;
    }

    /** What staff do from the chats that they bound. */
    public TicketChats chats() {
        return chats;
    }

    /** Asks for a person; who already waits or talks keeps their ticket. */
    public Ticket ask(Person person, @Nullable String about, Instant now) {
        return db.in(() ->
                table.findOpen(person.sender())
                        .orElseGet(() -> open(person, NewTicket.about(about), now)));
    }

    private Ticket open(Person person, NewTicket wish, Instant now) {
        var ticket = access.get(table.add(person, wish, now));
        if (ticket.urgent() != null || calendar.openAt(now)) {
            sweeper.tell(ticket, now);
        }
        return ticket;
    }

    /**
     * Tells the desk of those who came while the office was closed, once it is open; whoever waits
     * too long is called for again, and hears the truth once; whose words nobody answers is called
     * for, and whoever is with somebody that may no longer have them waits again. Returns how many
     * were told. Meant to be called every minute.
     *
     * @param now of the wait office hours alone count
     */
    public int sweep(Instant now) {
        return sweeper.sweep(now);
    }

    /**
     * Asks for a person who is to know what it is about. Who already waits or talks keeps their
     * ticket, with the new words added to it. Of what is urgent now the desk is told at once.
     */
    public Ticket askAbout(Person person, NewTicket wish, Instant now) {
        return db.in(() -> {
            var open = table.findOpen(person.sender());
            return open.isPresent() ? added(open.get(), wish, now) : open(person, wish, now);
        });
    }

    private Ticket added(Ticket before, NewTicket wish, Instant now) {
        add(before, wish, now);
        var ticket = access.get(before.id());
        if (ticket.urgent() != null && before.urgent() == null) {
            alarm.waits(ticket, wish.about(), now);
            table.told(ticket.id(), now);
        }
        return ticket;
    }

    private void add(Ticket ticket, NewTicket wish, Instant now) {
        table.sharpen(ticket.id(), wish);
        var about = wish.about();
        if (about != null && !about.equals(ticket.about())) {
            said(ticket, about, now);
        }
    }

    /** What there is to tell who asked: queue number, how many wait before, office hours. */
    public QueuePlace place(Ticket ticket, Instant now) {
        return queue.place(ticket, now);
    }

    /** The chat's ticket that is not over, if there is one. */
    public Optional<Ticket> open(Sender sender) {
        return table.findOpen(sender);
    }

    /** Whether the bot keeps silent because a person talks to this chat. */
    public boolean silences(Sender sender) {
        return table.isClaimed(sender);
    }

    /** Takes a resident's words while a person talks to them; 结束 or 取消 ends the talk. */
    public Relayed relay(Sender sender, String text, Instant now) {
        return db.in(() -> {
            var ticket = table.findOpen(sender).filter(t -> t.state() == CLAIMED);
            if (ticket.isEmpty()) {
                return Relayed.NOBODY;
            }
            if (ENDINGS.contains(Plain.comparable(text))) {
                return end(sender, now) ? Relayed.ENDED : Relayed.NOBODY;
            }
            said(ticket.get(), NewTicket.shortened(Plain.visible(text), LONGEST), now);
            return Relayed.KEPT;
        });
    }

    /**
     * Keeps in the talk what the assistant answers, too, such as a danger; once only, where it was
     * kept already.
     */
    public void overheard(Sender sender, String text, Instant now) {
        var said = NewTicket.shortened(Plain.visible(text), LONGEST);
        db.run(() ->
                table.findOpen(sender)
                        .filter(t -> t.state() == CLAIMED)
                        .filter(t -> !endsWith(t, said))
                        .ifPresent(t -> said(t, said, now)));
    }

    private static boolean endsWith(Ticket ticket, String said) {
        var lines = ticket.lines();
        return !lines.isEmpty()
                && lines.getLast().staff() == null
                && lines.getLast().text().equals(said);
    }

    private void said(Ticket ticket, String text, Instant now) {
        table.lines().say(ticket.id(), null, text, now);
        alarm.said(ticket, text, chats.heard(ticket, now), now);
    }

    /** The resident ends the talk or leaves the queue; false if there was neither. */
    public boolean end(Sender sender, Instant now) {
        return db.in(() -> table.findOpen(sender).map(ticket -> end(ticket, now)).orElse(false));
    }

    private boolean end(Ticket ticket, Instant now) {
        boolean ended = table.move(ticket, CLOSED, ticket.claimedBy(), now);
        if (ended) {
            alarm.gone(ticket, "desk.left", now);
        }
        return ended;
    }

    /**
     * Keeps what somebody said to the assistant, masked and for two days, so that whoever takes
     * over can read it.
     *
     * @param message id of the message, by which its replies are found
     */
    public void heard(Person person, String message, String said, Instant now) {
        var line = NewTicket.shortened(Masking.mask(said), LONGEST);
        words.add(person.id(), new ResidentWordsTable.Row(message, line, now));
    }

    /** What is kept of talks with staff, and how it goes. */
    public Holding holding() {
        return new Holding(
                Set.of("ticket", "ticket_line", "ticket_in_hand"),
                "与工作人员的对话在结束 180 天后删除",
                KEPT,
                table::deleteClosed,
                this::exported,
                this::forget);
    }

    /** What is kept of talks with the assistant, and how it goes. */
    public Holding wordsHolding() {
        return new Holding(
                Set.of("resident_words"),
                "最近说的话（去掉号码），2 天，给接听的工作人员看；等人工、正在交谈时到结束为止",
                WORDS_KEPT,
                words::deleteOld,
                this::exportedWords,
                (person, now) -> words.delete(person.id()));
    }

    private List<String> exportedWords(Person person) {
        var said = words.list(person.id(), MOST_LISTED).reversed();
        var lines = said.stream().map(ResidentWordsTable.Row::said).collect(joining("；"));
        return said.isEmpty()
                ? List.of()
                : List.of(texts.say(person.speaks(), "kept.words", lines));
    }

    private void forget(Person person, Instant now) {
        table.findOpen(person.sender()).ifPresent(each -> alarm.gone(each, "desk.erased", now));
        table.delete(person.id());
    }

    private List<String> exported(Person person) {
        return table.listOf(person.id()).stream()
                .map(ticket -> exported(person.speaks(), ticket))
                .toList();
    }

    /** One line for a person who asks what is kept of them. */
    private String exported(Language language, Ticket ticket) {
        var at = language.moment(ticket.askedAt().atZone(WorkCalendar.ZONE));
        var said = new StringBuilder(texts.say(language, "kept", ticket.id(), at));
        if (ticket.about() != null) {
            said.append(texts.say(language, "kept.about", ticket.about()));
        }
        for (var line : ticket.lines()) {
            var who = line.staff() == null ? "kept.you" : "kept.staff";
            said.append(texts.say(language, who, line.text()));
        }
        return said.toString();
    }
}
