package org.ximen.notices;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.knowledge.Library;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Person;
import org.ximen.residents.Profile;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/** The street's notices: writing, approving, sending, stopping. */
public final class Notices {
    // Small enough that one transaction is over in a moment.
    private static final int PAGE = 200;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_CHANGE = 100;
    // Who sends the same words again within a week may have done so for want of a sign.
    private static final Duration LATELY = Duration.ofDays(7);

    final Sending sending;
    private final Db db;
    private final NoticeTable table;
    private final Recipients recipients;
    private final Counting counting;
    private final InForce inForce;
    private final Outbox outbox;
    private final Library library;
    private final Audit audit;
    private final NoticeAnswers answers;

    public Notices(
            Db db,
            Residents residents,
            District district,
            Outbox outbox,
            Library library,
            Audit audit) {
        this(db, new Recipients(residents, district, PAGE), outbox, library, audit, district);
    }

    Notices(
            Db db,
            Recipients recipients,
            Outbox outbox,
            Library library,
            Audit audit,
            District district) {
        this.db = db;
        this.table = new NoticeTable(db);
        this.recipients = recipients;
        var followers = new FollowRecipients(table, recipients, outbox);
        this.counting = new Counting(recipients, followers, outbox);
        this.inForce = new InForce(table, recipients);
        this.outbox = outbox;
        this.library = library;
        this.audit = audit;
        this.answers = new NoticeAnswers(db, table, recipients);
        this.sending = new Sending(db, table, recipients, outbox, library, district);
    }

    /**
     * Writes a draft.
     *
     * @throws StaffRefused if the role does not allow it or an area is unknown
     */
    public Notice write(NewNotice notice, StaffMember by, Instant now) {
        if (!by.is(EDITOR, APPROVER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "只有编辑、审核员和管理员可以写通知，请联系他们。");
        }
        checkDays(notice, now);
        var areas = recipients.codes(notice.areas());
        return db.in(() -> {
            long id = table.add(notice, areas, null, by.name(), now);
            audit.record(by.name(), "notice.write", "notices/" + id, now);
            return get(id);
        });
    }

    private static void checkDays(NewNotice notice, Instant now) {
        checkDays(notice.sendAt(), notice.expires(), now);
    }

    private static void checkDays(@Nullable Instant sendAt, @Nullable LocalDate last, Instant now) {
        var first = Wording.day(sendAt == null || sendAt.isBefore(now) ? now : sendAt);
        if (last != null && last.isBefore(first)) {
            throw new StaffRefused(INVALID, "失效日期早于发送日期，请改晚一些。");
        }
    }

    /**
     * Takes one step with a notice, whichever words it has now.
     *
     * @throws StaffRefused if the step is not open, with what is
     */
    public Notice take(Step step, long id, StaffMember by, Instant now) {
        return take(step, id, null, by, now);
    }

    /**
     * Takes one step with a notice as it was shown.
     *
     * @param revision of the notice that was shown; null for whichever is there
     * @throws StaffRefused if it has been changed since, or the step is not open or needs words
     */
    public Notice take(
            Step step, long id, @Nullable Integer revision, StaffMember by, Instant now) {
        return switch (step) {
            case RETURN -> giveBack(id, revision, "", by, now);
            case SUBMIT -> throw new StaffRefused(INVALID, "请打开通知，改好内容再交。");
            case CORRECT, RECALL -> throw new StaffRefused(INVALID, "请写明更正后的内容，或者撤回的原因。");
            case APPROVE, TAKE_BACK, PAUSE, RESUME, CANCEL ->
                    db.in(() -> move(step, seen(id, revision), "", by, now));
        };
    }

    /**
     * Sends a notice back to its author.
     *
     * @param revision of the notice as it was shown; null for whichever is there
     * @param why 1 to 200 characters
     * @throws StaffRefused if the step is not open or the reason is missing
     */
    public Notice giveBack(
            long id, @Nullable Integer revision, String why, StaffMember by, Instant now) {
        return db.in(() -> {
            var notice = seen(id, revision);
            check(Step.RETURN, notice, by);
            var reason = reason("退回", why);
            table.returned(id, new Notice.Returned(by.name(), reason));
            return move(Step.RETURN, notice, reason, by, now);
        });
    }

    private Notice seen(long id, @Nullable Integer revision) {
        var notice = get(id);
        if (revision != null && notice.revision() != revision) {
            throw new StaffRefused(CONFLICT, "作者刚刚改过这条通知，请看过新的内容再决定。");
        }
        return notice;
    }

    private static String reason(String what, String why) {
        var reason = Plain.visible(why);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new StaffRefused(INVALID, "请写明" + what + "的原因，最多 " + LONGEST_REASON + " 个字。");
        }
        return reason;
    }

    /**
     * The author hands a notice in again, changed.
     *
     * @throws StaffRefused if the step is not open or the new words will not do
     */
    public Notice submit(long id, NewNotice changed, StaffMember by, Instant now) {
        return submit(id, changed, null, by, now);
    }

    /**
     * The same of a correction; it and a recall go to whom they went, whatever else was chosen.
     *
     * @param change one line that says what changed; null for the line that is there
     */
    public Notice submit(
            long id, NewNotice changed, @Nullable String change, StaffMember by, Instant now) {
        return db.in(() -> {
            var notice = get(id);
            check(Step.SUBMIT, notice, by);
            var follow = notice.follow();
            var words =
                    follow == null
                            ? changed
                            : asked(get(follow.notice()), changed, follow.recalls());
            var areas = recipients.codes(words.areas());
            checkDays(words, now);
            move(Step.SUBMIT, notice, Changes.of(notice, words, areas), by, now);
            table.rewrite(id, words, areas);
            if (follow != null && !follow.recalls() && change != null) {
                table.changeLine(id, line(change));
            }
            return get(id);
        });
    }

    private Notice move(Step step, Notice notice, String details, StaffMember by, Instant now) {
        check(step, notice, by);
        if (step == Step.APPROVE) { // it may have waited too long
            checkDays(notice.sendAt(), notice.expires(), now);
        }
        var approver = step == Step.APPROVE ? by.name() : notice.approvedBy();
        if (!table.move(notice, step.after(notice), approver)) {
            throw new StaffRefused(CONFLICT, "这条通知刚刚被别人改过，请刷新后再试。");
        }
        follow(step, notice, now);
        var what = "notice." + step.name().toLowerCase(Locale.ROOT);
        audit.record(by.name(), what, notice.article(), details, now);
        return get(notice.id());
    }

    /** A notice, if there is one of this id. */
    public Optional<Notice> find(long id) {
        return table.find(id).map(NoticeTable.Row::notice);
    }

    /** The notice as it reads now: the last correction of it that went out, or itself. */
    public Optional<Notice> current(long id) {
        var next = table.correction(id);
        return next.isEmpty() ? find(id) : current(next.get().id());
    }

    /** The correction of a notice that waits to go out; empty if there is none. */
    public Optional<Notice> waitingCorrection(long id) {
        return table.waitingCorrection(id);
    }

    /** Id of the first of the notices of which this one, by its id, corrects or recalls another. */
    public long first(long id) {
        var follow = find(id).map(Notice::follow);
        return follow.isEmpty() ? id : first(follow.get().notice());
    }

    /**
     * Whether a notice is for somebody.
     *
     * @param areas as of {@link #inForce}
     */
    public boolean isFor(Notice notice, Set<String> areas, Profile profile) {
        return inForce.isFor(notice, areas, profile);
    }

    /**
     * Whether somebody gets the notices of this one's areas, or had this one, or one that it
     * corrects or was corrected by.
     *
     * @param areas codes that the person subscribed to; {@link Residents#WHOLE_STREET} for all
     */
    public boolean goesTo(Notice notice, Person person, Set<String> areas) {
        return notice.areas().isEmpty()
                ? inForce.isFor(notice, Set.of(), person.profile())
                : !areas.isEmpty() && inForce.isFor(notice, areas, person.profile())
                        || isTold(first(notice.id()), person);
    }

    private boolean isTold(long notice, Person person) {
        return outbox.isTold(notice, person.sender())
                || answers.isMarked(notice, person)
                || table.corrections(notice).stream().anyMatch(next -> isTold(next, person));
    }

    /**
     * The notice.
     *
     * @throws StaffRefused if there is no such notice
     */
    public Notice get(long id) {
        return row(id).notice();
    }

    /** The message as residents would get it now. */
    public Reply preview(Notice notice, Instant now) {
        return sending.preview(notice, now);
    }

    /** The notice that would be written, not kept; it has no id. */
    public Notice draft(NewNotice notice, StaffMember by, Instant now) {
        return new Notice(
                0,
                notice.title(),
                notice.body(),
                recipients.codes(notice.areas()),
                notice.profiles(),
                Notice.State.DRAFT,
                by.name(),
                now,
                null,
                notice.sendAt(),
                notice.expires(),
                null,
                1,
                null,
                notice.buttons(),
                null);
    }

    /** How many people would get a notice now. */
    public long reach(Notice notice) {
        return counting.all(notice);
    }

    /** The last day that the words of a notice themselves name; empty where they name none. */
    public Optional<LocalDate> lastDayIn(Notice notice, Instant now) {
        return LastDay.in(notice.title() + "\n" + notice.body(), Wording.day(now));
    }

    /** When the same words went out within so many days; empty if they did not. */
    public Optional<Instant> sentLately(Notice notice, Instant now) {
        return table.sentLast(notice.body(), now.minus(LATELY));
    }

    /** What people answer to notices. */
    public NoticeAnswers answers() {
        return answers;
    }

    /**
     * Writes a correction: a notice of its own to those who had the first, which takes its place
     * once a second person has approved it.
     *
     * @param changed the new words; whom it is for is not looked at
     * @param change one line that says what changed, 1 to 100 characters
     */
    public Notice correct(long id, NewNotice changed, String change, StaffMember by, Instant now) {
        var follow = new NoticeFollow(NoticeFollow.Kind.CORRECTION, id, line(change));
        return follow(Step.CORRECT, follow, changed, by, now);
    }

    private static String line(String change) {
        var line = Plain.visible(change).replaceAll("\\s+", " ");
        if (line.isEmpty() || line.length() > LONGEST_CHANGE) {
            throw new StaffRefused(INVALID, "请用一句话写明改了什么，最多 " + LONGEST_CHANGE + " 个字。");
        }
        return line;
    }

    /**
     * Writes a recall: those who had the notice are told that it does not hold any more, once a
     * second person has approved it.
     *
     * @param why 1 to 200 characters, which they read
     */
    public Notice recall(long id, String why, StaffMember by, Instant now) {
        var first = get(id);
        var words = new NewNotice(first.title(), reason("撤回", why), Set.of(), Set.of(), null, null);
        var follow = new NoticeFollow(NoticeFollow.Kind.RECALL, id, null);
        return follow(Step.RECALL, follow, words, by, now);
    }

    private Notice follow(
            Step step, NoticeFollow follow, NewNotice words, StaffMember by, Instant now) {
        return db.in(() -> {
            table.lock(follow.notice());
            var first = get(follow.notice());
            check(step, first, by);
            if (table.isFollowed(first.id())) {
                throw new StaffRefused(CONFLICT, followed(first));
            }
            var notice = asked(first, words, follow.recalls());
            checkDays(notice, now);
            long id = table.add(notice, first.areas(), follow, by.name(), now);
            var what = "notice." + step.name().toLowerCase(Locale.ROOT);
            audit.record(by.name(), what, first.article(), "notices/" + id, now);
            return get(id);
        });
    }

    private static String followed(Notice first) {
        return first.state() == Notice.State.CORRECTED
                ? "这条通知已更正，要再改，请打开更正的那一条。"
                : "这条通知已经有一条更正或撤回在等审核，请先办完那一条。";
    }

    /** What a member may do with the notice now. */
    public List<Step> steps(Notice notice, StaffMember by) {
        boolean followed = table.isFollowed(notice.id());
        return Step.open(notice, by).stream()
                .filter(step -> !followed || step != Step.CORRECT && step != Step.RECALL)
                .toList();
    }

    /** To the same people, with the same buttons. */
    private static NewNotice asked(Notice first, NewNotice words, boolean recalls) {
        return new NewNotice(
                words.title(),
                words.body(),
                first.areas(),
                first.profiles(),
                null,
                recalls || words.expires() != null ? words.expires() : first.expires(),
                recalls ? Set.of() : first.buttons());
    }

    /** The newest notices, newest first. */
    public List<Notice> list(int most) {
        return table.list(most);
    }

    /**
     * The notices that hold today for somebody, newest first, at most 10: sent, neither cancelled
     * nor paused, not over. A person sees what the subscribers of those areas were sent, whether
     * they subscribed or not.
     *
     * @param areas codes of the asker's areas; {@link Residents#WHOLE_STREET} for what is for the
     *     whole street alone; empty for the notices of all areas
     */
    public List<CurrentNotice> inForce(Set<String> areas, Profile profile, LocalDate today) {
        return inForce.list(areas, profile, today);
    }

    /**
     * How far a notice has come.
     *
     * @throws StaffRefused if there is no such notice
     */
    public NoticeProgress progress(long id) {
        return counting.of(row(id));
    }

    /**
     * Sends what is due, one page of recipients per transaction, and settles what is done; called
     * every second or so. Whatever was interrupted goes on where it stopped.
     *
     * @return how many messages were put into the outbox
     */
    public int sweep(Instant now) {
        return sending.sweep(now);
    }

    private void follow(Step step, Notice notice, Instant now) {
        switch (step) {
            case APPROVE, RETURN, SUBMIT, CORRECT, RECALL -> {}
            case TAKE_BACK -> table.returned(notice.id(), null);
            case PAUSE -> outbox.hold(notice.id(), now);
            case RESUME -> outbox.release(notice.id(), now);
            case CANCEL -> {
                outbox.cancel(notice.id(), now);
                if (notice.startedAt() != null) {
                    library.retire(notice.article(), now);
                }
            }
        }
    }

    private static void check(Step step, Notice notice, StaffMember by) {
        if (!step.mayTake(by)) {
            throw new StaffRefused(
                    FORBIDDEN, "您的角色（" + by.role().shown() + "）不能对通知做“" + step.shown() + "”。");
        }
        if (!step.fits(notice.state())) {
            throw new StaffRefused(
                    CONFLICT,
                    "这条通知"
                            + notice.state().shown()
                            + "，现在不能“"
                            + step.shown()
                            + "”；"
                            + open(notice, by));
        }
        if (!step.suits(notice, by)) {
            throw new StaffRefused(CONFLICT, step.unsuited(notice));
        }
    }

    private static String open(Notice notice, StaffMember by) {
        var steps = Step.open(notice, by);
        return steps.isEmpty()
                ? "没有可做的操作了。"
                : "可以：" + steps.stream().map(Step::shown).collect(Collectors.joining("、")) + "。";
    }

    private NoticeTable.Row row(long id) {
        return table.find(id)
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有编号为 " + id + " 的通知，请核对编号。"));
    }
}
