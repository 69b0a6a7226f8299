package org.ximen.opinions;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.district.Department;
import org.ximen.isolation.IsolatedRun;
import org.ximen.opinions.Opinion.Kind;
import org.ximen.opinions.Opinion.Result;
import org.ximen.opinions.Opinion.Settled;
import org.ximen.opinions.Opinion.State;
import org.ximen.opinions.Opinions.Parts;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Masking;
import org.ximen.text.Plain;

/** What staff do with suggestions and praise: reading, answering, passing on. */
public final class OpinionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OpinionDesk.class);
    private static final int MOST_LISTED = 100;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 200;
    private static final int LONGEST_PUBLISHED = 300;
    private static final int MOST_PRAISE = 200;
    private static final Duration SHOWN_PRAISE = Duration.ofDays(365);

    private final Db db;
    private final OpinionTable table;
    private final Parts parts;
    private final OpinionWords words;

    public OpinionDesk(Db db, Parts parts) {
        this.db = db;
        this.table = new OpinionTable(db.client());
        this.parts = parts;
        this.words = new OpinionWords(db, parts);
    }

    /**
     * One page, open ones first: suggestions by the end of their term, then praise, oldest first;
     * what was settled last comes next.
     *
     * @param kind null for both
     * @param state null for all
     * @param page from 0 to 10000
     * @param size 1 to 100
     */
    public List<Opinion> list(
            @Nullable Kind kind, @Nullable State state, int page, int size, StaffMember by) {
        onlyDesk(by);
        return table.page(
                kind, state, Math.clamp(page, 0, LAST_PAGE), Math.clamp(size, 1, MOST_LISTED));
    }

    /** How many are open. */
    public long open(StaffMember by) {
        onlyDesk(by);
        return table.countOpen();
    }

    /**
     * One of them.
     *
     * @throws StaffRefused if there is none
     */
    public Opinion get(long id, StaffMember by) {
        onlyDesk(by);
        return table.find(id)
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有编号为 " + id + " 的建议或表扬。"));
    }

    /** Whether its author reads an answer: who was visited or called has no chat. */
    public boolean isHeard(Opinion opinion) {
        return words.isHeard(opinion);
    }

    /**
     * Answers a suggestion; its author is told, once, if they have a chat.
     *
     * @param reason 1 to 500 characters, which the author reads
     * @throws StaffRefused if it is praise, has been answered, or the reason is missing
     */
    public Opinion answer(long id, Result result, String reason, StaffMember by, Instant now) {
        onlyDesk(by);
        var why = checked("理由", reason, LONGEST_REASON);
        return db.in(() -> {
            var opinion = open(id, Kind.SUGGESTION, "这是表扬，请转给部门。", by);
            settle(opinion, State.ANSWERED, new Settled(result, why, null, by.name(), now));
            var answered = get(id, by);
            words.answered(answered, result, why, now);
            parts.audit().record(by.name(), "opinion.answer", on(id), result.shown(), now);
            return answered;
        });
    }

    /**
     * Passes praise on to the department: the chats that its people bound are told, and the author
     * is told that it was.
     *
     * @param department id or name
     * @param otherwise how the department was told where nobody there has bound a chat
     * @throws StaffRefused if it is a suggestion, has been passed on, the department is unknown, or
     *     nobody would hear of it
     */
    public Opinion passOn(
            long id, String department, @Nullable String otherwise, StaffMember by, Instant now) {
        onlyDesk(by);
        var to = department(department);
        return db.in(() -> {
            var opinion = open(id, Kind.PRAISE, "这是建议，请给出答复。", by);
            boolean heard = words.passedOn(opinion, to, now);
            var note = heard && isBlank(otherwise) ? null : told(to, otherwise);
            settle(opinion, State.PASSED_ON, new Settled(null, note, to.id(), by.name(), now));
            words.thanked(opinion, to, now);
            parts.audit().record(by.name(), "opinion.pass_on", on(id), to.name(), now);
            return get(id, by);
        });
    }

    /**
     * Shows an adopted suggestion to everybody, in words that tell nothing of its author.
     *
     * @param typed 1 to 300 characters; numbers and what follows 我叫 in them are masked, other names
     *     are not
     * @throws StaffRefused if its author did not say yes
     */
    public Opinion publish(long id, String typed, StaffMember by, Instant now) {
        onlyDesk(by);
        var words = Masking.anonymous(checked("公布的内容", typed, LONGEST_PUBLISHED));
        return db.in(() -> {
            get(id, by);
            if (!table.publish(id, words, now)) {
                throw new StaffRefused(CONFLICT, "只有采纳了、本人同意公布的建议才能登出来。");
            }
            parts.audit().record(by.name(), "opinion.publish", on(id), now);
            return get(id, by);
        });
    }

    /**
     * Takes it down again.
     *
     * @throws StaffRefused if it is not published
     */
    public Opinion unpublish(long id, StaffMember by, Instant now) {
        onlyDesk(by);
        return db.in(() -> {
            get(id, by);
            if (!table.unpublish(id)) {
                throw new StaffRefused(CONFLICT, "这条建议没有登出来，或者本人刚刚不同意了，请刷新。");
            }
            parts.audit().record(by.name(), "opinion.unpublish", on(id), now);
            return get(id, by);
        });
    }

    /**
     * Praise that was passed on to the department of a member within a year, the newest first, no
     * more than 200.
     *
     * @throws StaffRefused if they work for none
     */
    public List<Opinion> praise(StaffMember by, Instant now) {
        var department = by.department();
        if (department == null) {
            throw new StaffRefused(FORBIDDEN, "这里是转给部门的表扬，您的账号没有部门。");
        }
        return table.praiseOf(department, now.minus(SHOWN_PRAISE), MOST_PRAISE);
    }

    /**
     * Reminds the dispatchers, once each, of suggestions that are still open late in their term;
     * returns how many. What nobody can hear of waits until a dispatcher binds a chat.
     */
    public int sweep(Instant now) {
        var chats = words.dispatchers();
        return chats.isEmpty()
                ? 0
                : IsolatedRun.each(
                        table.toRemind(now),
                        opinion -> remind(opinion, chats, now),
                        OpinionDesk::aside);
    }

    private void remind(Opinion opinion, List<Sender> chats, Instant now) {
        db.run(() -> {
            if (table.reminded(opinion.id())) {
                words.remind(opinion, chats, now);
            }
        });
    }

    private static void aside(Opinion opinion, Throwable why) {
        LOG.error("建议 {} 的提醒这一次没有发成，稍后再试", opinion.number(), why);
    }

    private Opinion open(long id, Kind kind, String otherwise, StaffMember by) {
        var opinion = get(id, by);
        if (opinion.kind() != kind) {
            throw new StaffRefused(CONFLICT, otherwise);
        }
        if (opinion.state() != State.OPEN) {
            throw new StaffRefused(
                    CONFLICT, "这条" + kind.shown() + opinion.state().shown() + "，请刷新列表。");
        }
        return opinion;
    }

    private void settle(Opinion seen, State to, Settled settled) {
        if (!table.settle(seen.id(), to, settled)) {
            throw new StaffRefused(CONFLICT, "别人刚刚处理了这一条，请刷新列表。");
        }
    }

    private Department department(String name) {
        return parts.district()
                .department(name)
                .orElseThrow(() -> new StaffRefused(INVALID, "没有叫“" + name + "”的部门，请从列表里选。"));
    }

    private static String told(Department to, @Nullable String otherwise) {
        if (isBlank(otherwise)) {
            throw new StaffRefused(CONFLICT, to.name() + "还没有人绑定聊天，转过去没有人看到。请先打电话或当面转告，再写明怎样转告的。");
        }
        return checked("怎样转告的", String.valueOf(otherwise), LONGEST_NOTE);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String checked(String what, String typed, int most) {
        var text = Plain.visible(typed);
        if (text.isEmpty() || text.length() > most) {
            throw new StaffRefused(INVALID, "请写明" + what + "，最多 " + most + " 个字。");
        }
        return text;
    }

    private static String on(long id) {
        return "opinions/" + id;
    }

    static void onlyDesk(StaffMember by) {
        if (!by.is(DISPATCHER, EDITOR, APPROVER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "只有派遣员、编辑、审核员和管理员能处理建议和表扬。");
        }
    }
}
