package org.ximen.activities;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.workdays.WorkCalendar;

/** What sign-ups need as time goes on, each by itself: reminders, news, offers that lapse. */
final class ActivitySweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ActivitySweeper.class);
    private static final LocalTime REMIND_AT = LocalTime.of(10, 0);
    private static final int PAGE = 200;

    private final Db db;
    private final ActivityTable activities;
    private final SignUpTable signUps;
    private final SeatBook seats;
    private final ActivityNews news;
    private final AnnouncedActivities announced;

    ActivitySweeper(
            Db db,
            ActivityTable activities,
            SignUpTable signUps,
            SeatBook seats,
            ActivityNews news,
            AnnouncedActivities announced) {
        this.db = db;
        this.activities = activities;
        this.signUps = signUps;
        this.seats = seats;
        this.news = news;
        this.announced = announced;
    }

    /** News go first: who hears that it is off needs neither a reminder nor an offer. */
    void sweep(Instant now) {
        each(activities.coming(now), activity -> db.run(() -> announced.settle(activity, now)));
        tellNews(now);
        each(signUps.lapsed(now), signUp -> db.run(() -> lapse(signUp, now)));
        each(activities.coming(now), activity -> goOn(activity, now));
    }

    private void lapse(SignUp seen, Instant now) {
        var person = seen.person();
        if (seats.lapse(seen, now) && person != null) {
            activities
                    .find(seen.activity())
                    .ifPresent(activity -> announced.unmark(activity, person));
        }
    }

    private void goOn(Activity activity, Instant now) {
        if (activity.isCancelled()) {
            return;
        }
        if (!now.isBefore(reminder(activity.plan()))) {
            remind(activity, now);
        }
        while (seats.canMoveUp(activity, now)) {
            db.run(() -> seats.moveUp(activity.id(), now));
        }
    }

    private static <T> void each(List<T> some, Consumer<T> work) {
        IsolatedRun.each(some, work, ActivitySweeper::aside);
    }

    private static void aside(Object what, Throwable why) {
        LOG.error("活动或报名这一次没有处理成，稍后再试：{}", id(what), why);
    }

    private static Object id(Object what) {
        return switch (what) {
            case Activity activity -> "活动 " + activity.id();
            case SignUp signUp -> "报名 " + signUp.id();
            default -> what.getClass().getSimpleName();
        };
    }

    /** The day before, in the morning; who is confirmed later needs no reminder. */
    static Instant reminder(ActivityPlan plan) {
        return plan.day().minusDays(1).atTime(REMIND_AT).atZone(WorkCalendar.ZONE).toInstant();
    }

    private void remind(Activity activity, Instant now) {
        each(
                signUps.toRemind(activity.id(), reminder(activity.plan())),
                signUp -> db.run(() -> remind(activity, signUp, now)));
    }

    private void remind(Activity activity, SignUp signUp, Instant now) {
        if (signUps.reminded(signUp.id())) {
            news.remind(activity, signUp, now);
        }
    }

    private void tellNews(Instant now) {
        long after = 0;
        for (var page = signUps.untold(after, PAGE);
                !page.isEmpty();
                page = signUps.untold(after, PAGE)) {
            IsolatedRun.each(
                    page,
                    one -> db.run(() -> tell(one, now)),
                    (one, why) -> aside(one.signUp(), why));
            after = page.getLast().signUp().id();
        }
    }

    private void tell(SignUpTable.Untold one, Instant now) {
        if (signUps.told(one.signUp().id(), one.since())) {
            var activity = activities.find(one.signUp().activity()).orElseThrow();
            news.news(activity, one.signUp(), one.news(), now);
        }
    }
}
