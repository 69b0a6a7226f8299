package org.ximen.handoff;

import static org.ximen.handoff.Ticket.State.CLAIMED;
import static org.ximen.handoff.Ticket.State.CLOSED;
import static org.ximen.handoff.Ticket.State.WAITING;
import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.DISPATCHER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.text.Plain;
import org.ximen.workdays.LimitUnit;
import org.ximen.workdays.WorkCalendar;

/** Residents who want to talk to a person, and the staff who do. */
public final class Handoff {
    private static final int LONGEST = 1000;
    private static final int MOST_LISTED = 200;
    private static final Set<String> ENDINGS =
            Set.of("结束", "取消", "结束对话", "/cancel", "cancel", "end");
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int USUAL_WAIT = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Handoff.class);

    private final int wait;
    private final WorkCalendar calendar;
    private final Db db;
    private final TicketTable table;
    private final Queue queue;
    private final TicketAlarm alarm;
    private final Outbox outbox;
    private final Audit audit;
    private final Residents residents;
    private final BilingualTexts texts = new BilingualTexts(Handoff.class);

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
        this.wait = wait;
        this.calendar = calendar;
        this.db = db;
        this.table = new TicketTable(db);
        this.queue = new Queue(table, calendar);
        this.alarm = new TicketAlarm(new Bindings(db, audit), outbox);
        this.outbox = outbox;
        this.audit = audit;
        this.residents = new Residents(db);
    }

    /** Asks for a person; who already waits or talks keeps their ticket. */
    public Ticket ask(Person person, @Nullable String about, Instant now) {
        return db.in(() ->
                table.findOpen(person.sender())
                        .orElseGet(() -> get(table.add(person, NewTicket.about(about), now))));
    }

    /**
     * Asks for a person who is to know what it is about. Who already waits or talks keeps their
     * ticket, with the new words added to it. Of what is urgent now the desk is told at once.
     */
    public Ticket askAbout(Person person, NewTicket wish, Instant now) {
        return db.in(() -> {
            var open = table.findOpen(person.sender());
            long id = open.map(Ticket::id).orElseGet(() -> table.add(person, wish, now));
            open.ifPresent(ticket -> add(ticket, wish, now));
            var ticket = get(id);
            if (ticket.urgent() != null && open.map(Ticket::urgent).isEmpty()) {
                alarm.tell(ticket, wish.about() == null ? ticket.about() : wish.about(), now);
            }
            return ticket;
        });
    }

    private void add(Ticket ticket, NewTicket wish, Instant now) {
        table.sharpen(ticket.id(), wish);
        var about = wish.about();
        if (about != null && !about.equals(ticket.about())) {
            table.say(ticket.id(), null, about, now);
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
            table.say(
                    ticket.get().id(),
                    null,
                    NewTicket.shortened(Plain.visible(text), LONGEST),
                    now);
            return Relayed.KEPT;
        });
    }

    /** The resident ends the talk or leaves the queue; false if there was neither. */
    public boolean end(Sender sender, Instant now) {
        return db.in(() ->
                table.findOpen(sender)
                        .map(t -> table.move(t, CLOSED, t.claimedBy(), now))
                        .orElse(false));
    }

    /** The tickets that are not over and not against the caller's department, urgent ones first. */
    public List<Ticket> list(StaffMember by) {
        onlyDesk(by);
        return table.listOpen(MOST_LISTED).stream().filter(each -> each.isFor(by)).toList();
    }

    /**
     * Takes a ticket; from now on the bot is silent in that chat.
     *
     * @throws StaffRefused if somebody else was faster or it is over
     */
    public Ticket claim(long id, StaffMember by, Instant now) {
        onlyDesk(by);
        return db.in(() -> {
            var ticket = get(id, by);
            if (ticket.state() != WAITING || !table.move(ticket, CLAIMED, by.name(), now)) {
                throw new StaffRefused(CONFLICT, "这位居民已有人接听或已结束，请选下一位。");
            }
            tell(ticket, now, "joined");
            audit.record(by.name(), "ticket.claim", on(ticket), now);
            return get(id);
        });
    }

    /**
     * Says something to the resident.
     *
     * @throws StaffRefused if the ticket is not the caller's, or the text is empty or too long
     */
    public Ticket say(long id, StaffMember by, String text, Instant now) {
        var words = Plain.visible(text);
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new StaffRefused(INVALID, "请填写 1 到 " + LONGEST + " 个字的回复。");
        }
        return db.in(() -> {
            var ticket = own(id, by);
            table.say(id, by.name(), words, now);
            tell(ticket, now, "said", words);
            audit.record(by.name(), "ticket.say", on(ticket), now);
            return get(id);
        });
    }

    /**
     * Ends the talk; the resident is told and the bot speaks again.
     *
     * @throws StaffRefused if the ticket is not the caller's
     */
    public Ticket close(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            var ticket = own(id, by);
            table.move(ticket, CLOSED, ticket.claimedBy(), now);
            tell(ticket, now, "over");
            audit.record(by.name(), "ticket.close", on(ticket), now);
            return get(id);
        });
    }

    /**
     * Whoever waits too long is called for again, and hears the truth once; how many.
     *
     * @param now office hours alone count
     */
    public int sweep(Instant now) {
        int told = 0;
        for (var ticket : table.listWaiting(MOST_LISTED)) {
            told += IsolatedRun.of(() -> callAgain(ticket, now), why -> aside(ticket, why));
        }
        return told;
    }

    private static int aside(Ticket ticket, Throwable why) {
        LOG.error("排队 {} 号等得太久，这一次没有提醒成，稍后再试", ticket.id(), why);
        return 0;
    }

    private int callAgain(Ticket ticket, Instant now) {
        var due = calendar.after(ticket.askedAt(), wait, LimitUnit.WORKING_MINUTES);
        return !due.isAfter(now) && db.in(() -> calledAgain(ticket, now)) ? 1 : 0;
    }

    private boolean calledAgain(Ticket ticket, Instant now) {
        if (!table.toldLate(ticket.id(), now)) {
            return false;
        }
        int called = alarm.waiting(ticket, wait, now);
        tell(ticket, now, called > 0 ? "late.called" : "late", ticket.id(), wait);
        return true;
    }

    /** What is kept here of people, and how it goes. */
    public Holding holding() {
        return new Holding(
                Set.of("ticket", "ticket_line"),
                "与工作人员的对话在结束 180 天后删除",
                KEPT,
                table::deleteClosed,
                this::exported,
                (person, now) -> table.delete(person.id()));
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

    private Ticket own(long id, StaffMember by) {
        onlyDesk(by);
        var ticket = get(id, by);
        if (ticket.state() != CLAIMED) {
            throw new StaffRefused(CONFLICT, "这位居民" + ticket.state().shown() + "，请先接听。");
        }
        if (!by.name().equals(ticket.claimedBy()) && by.role() != ADMIN) {
            throw new StaffRefused(CONFLICT, "这位居民由 " + ticket.claimedBy() + " 接听，请由其回复。");
        }
        return ticket;
    }

    private Ticket get(long id, StaffMember by) {
        return table.find(id).filter(each -> each.isFor(by)).orElseThrow(() -> unknown(id));
    }

    private Ticket get(long id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    private static StaffRefused unknown(long id) {
        return new StaffRefused(UNKNOWN, "没有 " + id + " 号排队，请核对号码。");
    }

    private void tell(Ticket ticket, Instant now, String key, Object... values) {
        var words = texts.say(residents.languageOf(ticket.sender()), key, values);
        outbox.say(ticket.sender(), Reply.of(Reply.Kind.STATUS, words), now);
    }

    private static String on(Ticket ticket) {
        return "tickets/" + ticket.id();
    }

    private static void onlyDesk(StaffMember by) {
        if (!by.is(DISPATCHER, EDITOR, APPROVER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "只有派遣员、编辑、审核员和管理员可以接待居民。");
        }
    }
}
