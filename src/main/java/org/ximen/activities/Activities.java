package org.ximen.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.activities.SignUpAnswer.Outcome;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.notices.Notices;
import org.ximen.outbox.Outbox;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.text.Language;

/** The street's activities: what there is, signing up, the waiting list. */
public final class Activities {
    // Who was there yesterday may still ask what it was.
    private static final Duration RECENT = Duration.ofDays(1);
    private final Db db;
    private final ActivityTable activities;
    private final SignUpTable signUps;
    private final SeatBook seats;
    private final ActivitySweeper sweeper;
    private final ActivityDesk desk;
    private final AnnouncedActivities announced;

    /** What it works with. */
    public record Parts(
            Notices notices, District district, Residents residents, Outbox outbox, Audit audit) {}

    public Activities(Db db, Parts parts) {
        this.db = db;
        this.activities = new ActivityTable(db.client());
        this.signUps = new SignUpTable(db.client());
        var news = new ActivityNews(parts.residents(), parts.outbox());
        this.seats = new SeatBook(db, activities, signUps, news);
        this.announced =
                new AnnouncedActivities(parts.notices(), parts.residents(), activities, seats);
        this.sweeper = new ActivitySweeper(db, activities, signUps, seats, news, announced);
        this.desk = new ActivityDesk(db, parts, activities, signUps, seats);
    }

    /** What staff do. */
    public ActivityDesk desk() {
        return desk;
    }

    /** Those that take sign-ups and that somebody may read of, the next first. */
    public List<Activity> open(Person person, Instant now) {
        var taking =
                activities.coming(now).stream()
                        .filter(activity -> activity.takesSignUps(now))
                        .toList();
        return announced.shownTo(person, taking);
    }

    /** The activity, if people have been told of it. */
    public Optional<Activity> find(long id) {
        return activities.find(id).filter(announced::isTold);
    }

    /** The activity that a notice announces, or the notice that it corrects. */
    public Optional<Activity> ofNotice(long notice) {
        return announced.of(notice);
    }

    /** How many seats are left; empty where as many can come as want to. */
    public Optional<Integer> left(Activity activity) {
        return activity.plan().seats() == null
                ? Optional.empty()
                : Optional.of(seats.free(activity));
    }

    /** When it is, such as 12月3日 13:00–15:00. */
    public static String when(Activity activity, Language language) {
        return ActivityNews.when(activity, language);
    }

    /** Whether somebody can have a seat, as far as it depends on whom it is for. */
    public boolean isFor(Activity activity, Person person) {
        return announced.isFor(activity, person);
    }

    /** Until when an offered seat is kept, in words; empty if none is. */
    public static String until(SignUp signUp, Language language) {
        var until = signUp.offeredUntil();
        return until == null ? "" : ActivityNews.moment(until, language);
    }

    /** Signs somebody up, or lets them wait; the same again changes nothing. */
    public SignUpAnswer sign(long activity, Person person, int count, Instant now) {
        settle(activity, now);
        var known = find(activity);
        if (known.isEmpty()) {
            return SignUpAnswer.of(Outcome.GONE, null);
        }
        if (!announced.isFor(known.get(), person)) {
            return SignUpAnswer.of(Outcome.NOT_FOR, known.get());
        }
        return db.in(() -> {
            var answer = seats.sign(activity, person, count, now);
            if (answer.signUp() != null) {
                announced.mark(known.get(), person, now);
            }
            return answer;
        });
    }

    private void settle(long id, Instant now) {
        db.run(() -> activities.find(id).ifPresent(known -> announced.settle(known, now)));
    }

    /** Gives back what somebody has of an activity: a seat, an offer or a place in line. */
    public SignUpAnswer cancel(long activity, Person person, Instant now) {
        settle(activity, now);
        return unmarked(person, seats.cancel(activity, person, now));
    }

    /** Takes a seat that was offered. */
    public SignUpAnswer accept(long activity, Person person, Instant now) {
        settle(activity, now);
        return seats.accept(activity, person, now);
    }

    /** Does not want a seat that was offered: it goes on to the next. */
    public SignUpAnswer decline(long activity, Person person, Instant now) {
        settle(activity, now);
        return unmarked(person, seats.decline(activity, person, now));
    }

    private SignUpAnswer unmarked(Person person, SignUpAnswer answer) {
        var activity = answer.activity();
        if (activity != null && answer.outcome() == Outcome.CANCELLED) {
            announced.unmark(activity, person.id());
        }
        return answer;
    }

    /** What somebody signed up for that is still to come, the next first. */
    public List<SignUpAnswer> of(Person person, Instant now) {
        return signUps.of(person.id()).stream()
                .filter(SignUp::isLive)
                .map(signUp -> standing(signUp, now))
                .flatMap(Optional::stream)
                .sorted((one, other) -> begins(one).compareTo(begins(other)))
                .toList();
    }

    private static Instant begins(SignUpAnswer answer) {
        var activity = answer.activity();
        return activity == null ? Instant.MAX : activity.plan().begins();
    }

    private Optional<SignUpAnswer> standing(SignUp signUp, Instant now) {
        return activities
                .find(signUp.activity())
                .filter(activity -> !activity.isCancelled())
                .filter(activity -> activity.plan().begins().isAfter(now.minus(RECENT)))
                .map(activity -> seats.standing(Outcome.ALREADY, activity, signUp));
    }

    /** Where somebody stands with an activity; null if they did not sign up. */
    public @Nullable SignUpAnswer standing(Activity activity, Person person) {
        return signUps.find(activity.id(), person.id())
                .filter(SignUp::isLive)
                .map(signUp -> seats.standing(Outcome.ALREADY, activity, signUp))
                .orElse(null);
    }

    /** Reminds, tells news, and passes on seats that nobody took; called every minute or so. */
    public void sweep(Instant now) {
        sweeper.sweep(now);
    }

    /** How long sign-ups are kept, how they are shown and erased. */
    public Holding holding() {
        return new Holding(
                Set.of("activity", "sign_up"),
                "您报名的活动、有没有来，直到您删除",
                null,
                before -> 0,
                this::exported,
                (person, now) -> seats.forget(person, now));
    }

    private List<String> exported(Person person) {
        return signUps.of(person.id()).stream()
                .flatMap(signUp ->
                        activities.find(signUp.activity()).stream()
                                .map(activity -> exported(activity, signUp, person.speaks())))
                .toList();
    }

    private static String exported(Activity activity, SignUp signUp, Language language) {
        var attended = signUp.attended();
        var came =
                attended == null
                        ? ""
                        : attended ? language.of("，来了", ", came") : language.of("，没来", ", absent");
        return language.of("报名的活动：", "signed up for: ")
                + activity.title()
                + " "
                + when(activity, language)
                + language.of("，" + signUp.seats() + " 位，", ", seats: " + signUp.seats() + ", ")
                + language.of(
                        signUp.state().shown(),
                        signUp.state().name().toLowerCase(java.util.Locale.ROOT))
                + came;
    }
}
