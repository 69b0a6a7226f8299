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

    ActivitySweeper(
            Db db,
            ActivityTable activities,
            SignUpTable signUps,
            SeatBook seats,
            ActivityNews news) {
        this.db = db;
        this.activities = activities;
        this.signUps = signUps;
        this.seats = seats;
        this.news = news;
    }

    void sweep(Instant now) {
        each(signUps.lapsed(now), signUp -> seats.lapse(signUp, now));
        activities.coming(now).stream()
                .filter(activity -> !activity.isCancelled())
                .filter(activity -> !now.isBefore(reminder(activity)))
                .forEach(activity -> remind(activity, now));
        tellNews(now);
    }

    private void each(List<SignUp> some, Consumer<SignUp> work) {
        IsolatedRun.each(some, signUp -> db.run(() -> work.accept(signUp)), ActivitySweeper::aside);
    }

    private static void aside(SignUp signUp, Throwable why) {
        LOG.error("报名 {} 这一次没有处理成，稍后再试", signUp.id(), why);
    }

    /** The day before, in the morning; who is confirmed later needs no reminder. */
    private static Instant reminder(Activity activity) {
        return activity.plan()
                .day()
                .minusDays(1)
                .atTime(REMIND_AT)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    private void remind(Activity activity, Instant now) {
        each(
                signUps.toRemind(activity.id(), reminder(activity)),
                signUp -> {
                    if (signUps.reminded(signUp.id())) {
                        news.remind(activity, signUp, now);
                    }
                });
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
