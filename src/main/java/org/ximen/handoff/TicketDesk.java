package org.ximen.handoff;

import static org.ximen.handoff.TicketLineTable.Kind.NOTE;
import static org.ximen.handoff.TicketLineTable.Kind.STEP;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.INVALID;

import java.time.Instant;
import java.util.List;
import org.ximen.db.Db;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.staff.Roster;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/** What staff do with residents who wait or talk, at a desk. */
public final class TicketDesk {
    private static final int LONGEST = 1000;
    private static final int MOST_LISTED = 200;
    private static final int MOST_OVER = 20;

    private final Db db;
    private final TicketTable table;
    private final TicketAccess access;
    private final TicketMoves moves;
    private final TicketAlarm alarm;
    private final TicketNews news;
    private final Bindings bindings;
    private final Roster roster;
    private final Audit audit;

    TicketDesk(Handoff.Parts parts) {
        this.db = parts.db();
        this.table = parts.table();
        this.access = new TicketAccess(table);
        this.moves = parts.moves();
        this.alarm = parts.alarm();
        this.news = parts.news();
        this.bindings = parts.bindings();
        this.roster = parts.roster();
        this.audit = parts.audit();
    }

    /** The tickets that are not over and not against the caller's department, urgent ones first. */
    public List<Ticket> list(StaffMember by) {
        TicketAccess.onlyDesk(by);
        return table.listOpen(MOST_LISTED).stream().filter(each -> each.isFor(by)).toList();
    }

    /** Those of them that were over last, newest first. */
    public List<Ticket> listOver(StaffMember by) {
        TicketAccess.onlyDesk(by);
        return table.listClosed(MOST_OVER).stream().filter(each -> each.isFor(by)).toList();
    }

    /**
     * One, over or not.
     *
     * @throws StaffRefused if there is none that the caller may see
     */
    public Ticket get(long id, StaffMember by) {
        return access.get(id, by);
    }

    /**
     * Takes a ticket; from now on the bot is silent in that chat.
     *
     * @throws StaffRefused if somebody else was faster or it is over
     */
    public Ticket claim(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            if (!moves.claim(access.get(id, by), by, now)) {
                throw taken(access.get(id));
            }
            return access.get(id);
        });
    }

    private static StaffRefused taken(Ticket ticket) {
        var by = ticket.claimedBy();
        return new StaffRefused(
                CONFLICT,
                ticket.id()
                        + (ticket.state() == Ticket.State.CLAIMED && by != null
                                ? " 号已由 " + by + " 接待，请选下一位。"
                                : " 号已经结束，请选下一位。"));
    }

    /**
     * Says something to the resident.
     *
     * @throws StaffRefused if the ticket is not the caller's, or the text is empty or too long
     */
    public Ticket say(long id, StaffMember by, String text, Instant now) {
        var words = words(text, "回复");
        return db.in(() -> {
            moves.say(access.own(id, by), by, words, now);
            return access.get(id);
        });
    }

    /**
     * Ends the talk; the resident is told and the bot speaks again.
     *
     * @throws StaffRefused if the ticket is not the caller's
     */
    public Ticket close(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            var ticket = access.own(id, by);
            mustHaveMoved(moves.close(ticket, by, now));
            alarm.gone(ticket, "desk.closed", now);
            return access.get(id);
        });
    }

    /**
     * Gives the talk to a colleague, who is told in their chat if they bound one.
     *
     * @throws StaffRefused if the ticket is not the caller's, or the colleague may not have it
     */
    public Ticket pass(long id, StaffMember to, StaffMember by, Instant now) {
        return db.in(() -> {
            var ticket = access.own(id, by);
            mustBeFit(ticket, to, now);
            mustHaveMoved(moves.pass(ticket, to, by, now));
            alarm.gone(ticket, "desk.moved", now);
            return access.get(id);
        });
    }

    private void mustBeFit(Ticket ticket, StaffMember to, Instant now) {
        if (ticket.isWith(to)) {
            throw new StaffRefused(INVALID, "这位居民已经由 " + to.name() + " 接待，请另选同事。");
        }
        if (!mayHave(ticket, to)) {
            throw new StaffRefused(INVALID, to.name() + " 不能接待这位居民，请另选同事。");
        }
        if (roster.isAway(to, now)) {
            throw new StaffRefused(INVALID, to.name() + " 今天不在，请另选同事。");
        }
    }

    /** Whether the talk can be passed to a member today. */
    public boolean canPass(Ticket ticket, StaffMember to, Instant now) {
        return mayHave(ticket, to) && !ticket.isWith(to) && !roster.isAway(to, now);
    }

    /** Whether a member hears in their own chat of what is passed to them. */
    public boolean hears(StaffMember member) {
        return bindings.of(member).isPresent();
    }

    /** Whether a member could talk with the resident of a ticket. */
    static boolean mayHave(Ticket ticket, StaffMember member) {
        return member.active() && TicketAccess.isDesk(member) && ticket.isFor(member);
    }

    /**
     * Puts the resident back into the queue, where they keep their number; the others are told.
     *
     * @throws StaffRefused if the ticket is not the caller's
     */
    public Ticket putBack(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            var ticket = access.own(id, by);
            mustHaveMoved(moves.putBack(ticket, by, now));
            alarm.gone(ticket, "desk.moved", now);
            return access.get(id);
        });
    }

    private static void mustHaveMoved(boolean moved) {
        if (!moved) {
            throw new StaffRefused(CONFLICT, "刚刚有人动过这次接待，请刷新再看。");
        }
    }

    /**
     * Notes something for the staff alone.
     *
     * @throws StaffRefused if the text is empty or too long
     */
    public Ticket note(long id, StaffMember by, String text, Instant now) {
        var words = words(text, "备注");
        return db.in(() -> {
            var ticket = access.get(id, by);
            table.lines().add(id, NOTE, by.name(), words, now);
            audit.record(by.name(), "ticket.note", TicketMoves.on(ticket), now);
            return access.get(id);
        });
    }

    /** Notes that a case was filed out of the talk, and tells the resident. */
    public void filed(long id, String number, StaffMember by, Instant now) {
        db.run(() -> {
            var ticket = access.get(id, by);
            table.lines().add(id, STEP, by.name(), "建了案件 " + number, now);
            news.filed(ticket, number, now);
            audit.record(by.name(), "ticket.case", TicketMoves.on(ticket), number, now);
        });
    }

    /** Notes that the talk was handed to the editors as a question and an answer. */
    public void proposed(long id, StaffMember by, Instant now) {
        db.run(() -> {
            var ticket = access.get(id, by);
            table.lines().add(id, STEP, by.name(), "写成问答，等编辑核对", now);
            audit.record(by.name(), "ticket.faq", TicketMoves.on(ticket), now);
        });
    }

    private static String words(String text, String what) {
        var words = Plain.visible(text);
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new StaffRefused(INVALID, "请填写 1 到 " + LONGEST + " 个字的" + what + "。");
        }
        return words;
    }
}
