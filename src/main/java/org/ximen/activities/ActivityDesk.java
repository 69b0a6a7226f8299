package org.ximen.activities;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.APPROVER;
import static org.ximen.staff.Role.EDITOR;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.NoticeButton;
import org.ximen.notices.Step;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/** What editors do with activities: announce, change, call off, note who came, publish results. */
public final class ActivityDesk {
    private static final SignUpTable.SeatCounts NOBODY = new SignUpTable.SeatCounts(0, 0, 0);
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_RESULT = 1000;
    private static final Set<Notice.State> WAITING =
            EnumSet.of(Notice.State.DRAFT, Notice.State.RETURNED);

    private final Db db;
    private final Activities.Parts parts;
    private final ActivityTable activities;
    private final SignUpTable signUps;
    private final SeatBook seats;

    ActivityDesk(
            Db db,
            Activities.Parts parts,
            ActivityTable activities,
            SignUpTable signUps,
            SeatBook seats) {
        this.db = db;
        this.parts = parts;
        this.activities = activities;
        this.signUps = signUps;
        this.seats = seats;
    }

    /**
     * An activity with how many came so far.
     *
     * @param taken seats that somebody holds
     * @param waiting sign-ups that wait
     * @param signUps all that were not cancelled
     */
    public record Filled(Activity activity, int taken, int waiting, int signUps) {}

    /** The newest first. */
    public List<Filled> list(int most, StaffMember by) {
        edits(by);
        var listed = activities.list(most);
        var counts = signUps.counts(listed.stream().map(Activity::id).toList());
        return listed.stream()
                .map(activity -> filled(activity, counts.getOrDefault(activity.id(), NOBODY)))
                .toList();
    }

    private Filled filled(Activity activity) {
        var counts = signUps.counts(List.of(activity.id()));
        return filled(activity, counts.getOrDefault(activity.id(), NOBODY));
    }

    private static Filled filled(Activity activity, SignUpTable.SeatCounts counts) {
        return new Filled(activity, counts.taken(), counts.waiting(), counts.signUps());
    }

    /**
     * One of them.
     *
     * @throws StaffRefused if there is none
     */
    public Filled get(long id, StaffMember by) {
        edits(by);
        return filled(known(id));
    }

    /** The activity that a notice announces, or will, or the notice that it follows. */
    public Optional<Activity> ofNotice(long notice, StaffMember by) {
        edits(by);
        return activities.ofNotice(parts.notices().first(notice));
    }

    /** Who signed up and did not cancel: confirmed by number, then who waits, in line. */
    public List<SignUp> signUps(long id, StaffMember by) {
        edits(by);
        return signUps.list(known(id).id(), 0, Integer.MAX_VALUE);
    }

    /** A part of them, behind so many. */
    public List<SignUp> signUps(long id, int from, int most, StaffMember by) {
        edits(by);
        return signUps.list(known(id).id(), from, most);
    }

    /**
     * Opens an activity that no notice announces; one can sign up at once.
     *
     * @throws StaffRefused if the role does not allow it or the days are over
     */
    public Activity open(ActivityPlan plan, StaffMember by, Instant now) {
        edits(by);
        lies(plan, now);
        return db.in(() -> {
            long id = activities.add(null, plan, by.name(), now);
            record("activity.open", id, plan.title(), by, now);
            return known(id);
        });
    }

    /**
     * Writes a notice, and the activity that it announces with it.
     *
     * @param plan null where it announces none
     */
    public Notice announce(
            NewNotice notice, @Nullable ActivityPlan plan, StaffMember by, Instant now) {
        return db.in(() -> {
            var written = parts.notices().write(buttoned(notice, plan), by, now);
            attach(written.id(), plan, by, now);
            return written;
        });
    }

    /** Hands a notice in again, changed, with its activity as it is to be now. */
    public Notice reannounce(
            long id, NewNotice notice, @Nullable ActivityPlan plan, StaffMember by, Instant now) {
        return db.in(() -> {
            var written = parts.notices().submit(id, buttoned(notice, plan), by, now);
            if (plan == null) {
                activities.delete(id);
            } else if (activities.ofNotice(id).isPresent()) {
                lies(plan, now);
                activities.change(activities.ofNotice(id).orElseThrow().id(), plan);
            } else {
                attach(id, plan, by, now);
            }
            return written;
        });
    }

    private void attach(long notice, @Nullable ActivityPlan plan, StaffMember by, Instant now) {
        if (plan != null) {
            lies(plan, now);
            long id = activities.add(notice, plan, by.name(), now);
            record("activity.announce", id, plan.title(), by, now);
        }
    }

    /** The button to sign up stands under it if, and only if, there is something to sign up for. */
    private static NewNotice buttoned(NewNotice notice, @Nullable ActivityPlan plan) {
        var buttons = EnumSet.noneOf(NoticeButton.class);
        buttons.addAll(notice.buttons());
        if (plan == null) {
            buttons.remove(NoticeButton.SIGN_UP);
        } else {
            buttons.add(NoticeButton.SIGN_UP);
        }
        return notice.with(buttons);
    }

    /**
     * Changes an activity. Who signed up hears of another time or place; who waits moves up where
     * there are more seats.
     *
     * @throws StaffRefused if fewer seats are left than are taken
     */
    public Activity change(long id, ActivityPlan plan, StaffMember by, Instant now) {
        edits(by);
        return db.in(() -> {
            var before = held(id);
            must(!before.isCancelled() && !before.hasBegun(now), "活动已经开始或取消了，不能再改。");
            must(!waits(before), "活动的通知还没有审核通过。要改，请在通知里改好再交。");
            lies(before.plan(), plan, now);
            enough(plan, signUps.taken(id));
            activities.change(id, plan);
            if (before.plan().movesTo(plan)) {
                activities.news(id, ActivityNews.Kind.MOVED, now);
                signUps.remindAnew(id, !now.isBefore(ActivitySweeper.reminder(plan)));
            }
            seats.moveUp(known(id), now);
            record("activity.change", id, PlanChanges.of(before.plan(), plan), by, now);
            return known(id);
        });
    }

    /** What a second person looks at does not change under their eyes. */
    private boolean waits(Activity activity) {
        var notice = activity.notice();
        return notice != null && WAITING.contains(parts.notices().get(notice).state());
    }

    private static void enough(ActivityPlan plan, int taken) {
        Integer wanted = plan.seats();
        must(
                wanted == null || wanted >= taken,
                "已经有 " + taken + " 位报上了，名额不能少于 " + taken + "。要减少，请先请人取消报名。");
    }

    /**
     * Calls an activity off; everybody who signed up is told.
     *
     * @param why 1 to 200 characters, which they read
     */
    public Activity cancel(long id, String why, StaffMember by, Instant now) {
        edits(by);
        var reason = text("取消的原因", why, LONGEST_REASON);
        return db.in(() -> {
            var before = held(id);
            must(!before.isCancelled() && !before.hasBegun(now), "活动已经开始或取消了。");
            seats.callOff(id, reason, now);
            record("activity.cancel", id, reason, by, now);
            stop(before, by, now);
            return known(id);
        });
    }

    /** A notice that has not reached all is sent no further; nor is a correction that waits. */
    private void stop(Activity activity, StaffMember by, Instant now) {
        var notices = parts.notices();
        Optional.ofNullable(activity.notice()).flatMap(notices::current).stream()
                .flatMap(notice ->
                        Stream.concat(
                                Stream.of(notice), notices.waitingCorrection(notice.id()).stream()))
                .filter(notice -> Step.open(notice, by).contains(Step.CANCEL))
                .forEach(notice -> notices.take(Step.CANCEL, notice.id(), by, now));
    }

    /**
     * Publishes what came of it; those who had a seat are told.
     *
     * @param words 1 to 1000 characters
     */
    public Activity publish(long id, String words, StaffMember by, Instant now) {
        edits(by);
        var result = text("结果", words, LONGEST_RESULT);
        return db.in(() -> {
            var before = held(id);
            must(!before.isCancelled() && before.hasBegun(now), "活动开始以后才能公布结果。");
            must(!result.equals(before.result()), "这个结果已经公布过了。");
            activities.result(id, result);
            activities.news(id, ActivityNews.Kind.RESULT, now);
            record("activity.result", id, result, by, now);
            return known(id);
        });
    }

    /**
     * Notes who came.
     *
     * @param shown ids of the sign-ups that were to be ticked
     * @param came those that were
     */
    public void attend(
            long id, Set<Long> shown, Collection<Long> came, StaffMember by, Instant now) {
        edits(by);
        db.run(() -> {
            var activity = held(id);
            boolean day = !ActivityPlan.day(now).isBefore(activity.plan().day());
            must(!activity.isCancelled() && day, "活动当天才能签到。");
            must(!shown.isEmpty(), "还没有人报上，没有可以签到的。");
            signUps.attended(id, shown, came);
            record("activity.attend", id, came.size() + " / " + shown.size(), by, now);
        });
    }

    /** Notes that the list left the house as a file. */
    void exported(long id, String kind, StaffMember by, Instant now) {
        record("activity.export", id, kind, by, now);
    }

    private void record(String what, long id, String details, StaffMember by, Instant now) {
        parts.audit().record(by.name(), what, "activities/" + id, details, now);
    }

    private Activity held(long id) {
        activities.lock(id);
        return known(id);
    }

    private Activity known(long id) {
        return activities
                .find(id)
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有编号为 " + id + " 的活动，请核对编号。"));
    }

    private static void edits(StaffMember by) {
        if (!by.is(EDITOR, APPROVER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "活动由编辑、审核员和管理员办，请联系他们。");
        }
    }

    /** On the last day, too, a place can be changed. */
    private static void lies(ActivityPlan before, ActivityPlan plan, Instant now) {
        if (!before.begins().equals(plan.begins()) || !before.lastDay().equals(plan.lastDay())) {
            boolean begins = plan.begins().isAfter(now);
            boolean last =
                    before.lastDay().equals(plan.lastDay())
                            || !plan.lastDay().isBefore(ActivityPlan.day(now));
            if (!begins || !last) {
                throw new StaffRefused(INVALID, "活动时间或报名截止日已经过了，请改晚一些。");
            }
        }
    }

    private static void lies(ActivityPlan plan, Instant now) {
        boolean ahead =
                plan.begins().isAfter(now) && !plan.lastDay().isBefore(ActivityPlan.day(now));
        if (!ahead) {
            throw new StaffRefused(INVALID, "活动时间或报名截止日已经过了，请改晚一些。");
        }
    }

    private static void must(boolean right, String otherwise) {
        if (!right) {
            throw new StaffRefused(CONFLICT, otherwise);
        }
    }

    private static String text(String what, String typed, int most) {
        var text = Plain.visible(Objects.toString(typed, ""));
        if (text.isEmpty() || text.length() > most) {
            throw new StaffRefused(INVALID, "请写明" + what + "，最多 " + most + " 个字。");
        }
        return text;
    }
}
