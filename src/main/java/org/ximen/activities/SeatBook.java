package org.ximen.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.activities.SignUpAnswer.Outcome;
import org.ximen.activities.SignUpTable.SeatTerms;
import org.ximen.db.Db;
import org.ximen.residents.Person;

/**
 * Gives seats and takes them back. Whatever changes who sits holds the row of the activity first,
 * so that no seat is given twice; a free seat is offered at once to who waits.
 */
final class SeatBook {
    /** How long an offered seat is kept, if the activity does not begin before. */
    static final Duration OFFER = Duration.ofHours(12);

    // While they move up, the row of the activity is held.
    private static final int MOST_AT_ONCE = 100;

    private final Db db;
    private final ActivityTable activities;
    private final SignUpTable signUps;
    private final ActivityNews news;

    SeatBook(Db db, ActivityTable activities, SignUpTable signUps, ActivityNews news) {
        this.db = db;
        this.activities = activities;
        this.signUps = signUps;
        this.news = news;
    }

    /** For an activity that its people have been told of. */
    SignUpAnswer sign(long id, Person person, int seats, Instant now) {
        return db.in(() -> {
            var turn = activities.lock(id);
            var activity = activities.find(id).orElse(null);
            return turn.isEmpty() || activity == null
                    ? SignUpAnswer.of(Outcome.GONE, null)
                    : sign(activity, person, seats, turn.get(), now);
        });
    }

    private SignUpAnswer sign(Activity activity, Person person, int seats, int turn, Instant now) {
        var before = signUps.find(activity.id(), person.id());
        var known = before.filter(SignUp::isLive);
        if (known.isPresent()) {
            return standing(Outcome.ALREADY, activity, known.get());
        }
        if (!activity.takesSignUps(now)) {
            return SignUpAnswer.of(activity.isCancelled() ? Outcome.GONE : Outcome.OVER, activity);
        }
        if (seats < 1 || seats > activity.plan().seatsEach()) {
            return SignUpAnswer.of(Outcome.TOO_MANY, activity);
        }
        var begun = begun(activity, person, seats, turn);
        signUps.begin(begun, before.isPresent(), now);
        var outcome = begun.state() == SignUpState.CONFIRMED ? Outcome.CONFIRMED : Outcome.WAITING;
        var signUp = signUps.find(activity.id(), person.id()).orElseThrow();
        return standing(outcome, activity, signUp);
    }

    private SignUpTable.Begun begun(Activity activity, Person person, int seats, int turn) {
        boolean fits = seats <= free(activity);
        var number = fits ? activities.number(activity.id(), seats) : null;
        var state = fits ? SignUpState.CONFIRMED : SignUpState.WAITING;
        return new SignUpTable.Begun(activity.id(), person.id(), state, seats, turn, number);
    }

    /** How many seats nobody holds. */
    int free(Activity activity) {
        Integer seats = activity.plan().seats();
        return seats == null
                ? Integer.MAX_VALUE
                : Math.max(0, seats - signUps.taken(activity.id()));
    }

    SignUpAnswer standing(Outcome outcome, Activity activity, SignUp signUp) {
        long ahead =
                signUp.state() == SignUpState.WAITING
                        ? signUps.ahead(activity.id(), signUp.turn())
                        : 0;
        return new SignUpAnswer(outcome, activity, signUp, ahead);
    }

    /** By whoever signed up. */
    SignUpAnswer cancel(long id, Person person, Instant now) {
        return end(id, person, SignUpVerb.CANCEL, Outcome.CANCELLED, now);
    }

    /** A seat that was offered is not wanted. */
    SignUpAnswer decline(long id, Person person, Instant now) {
        return end(id, person, SignUpVerb.LAPSE, Outcome.CANCELLED, now);
    }

    private SignUpAnswer end(
            long id, Person person, SignUpVerb verb, Outcome outcome, Instant now) {
        return db.in(() -> {
            var signUp = held(id, person, verb);
            var activity = activities.find(id).orElse(null);
            if (signUp.isEmpty() || activity == null) {
                return SignUpAnswer.of(Outcome.NONE, activity);
            }
            if (activity.hasBegun(now)) {
                return SignUpAnswer.of(Outcome.BEGUN, activity);
            }
            signUps.move(signUp.get().id(), verb, SeatTerms.NONE);
            moveUp(activity, now);
            return new SignUpAnswer(outcome, activity, signUp.get(), 0);
        });
    }

    /** The sign-up, under the lock, if the verb fits it. */
    private Optional<SignUp> held(long id, Person person, SignUpVerb verb) {
        return activities
                .lock(id)
                .flatMap(turn -> signUps.find(id, person.id()))
                .filter(signUp -> verb.fits(signUp.state()));
    }

    /** Takes the seat that was offered. */
    SignUpAnswer accept(long id, Person person, Instant now) {
        return db.in(() -> {
            var signUp = held(id, person, SignUpVerb.ACCEPT).orElse(null);
            var activity = activities.find(id).orElse(null);
            if (signUp == null || activity == null || !isOpen(signUp, activity, now)) {
                return SignUpAnswer.of(Outcome.NONE, activity);
            }
            var terms = SeatTerms.confirmed(activities.number(id, signUp.seats()), now);
            signUps.move(signUp.id(), SignUpVerb.ACCEPT, terms);
            var confirmed = signUps.find(signUp.id()).orElseThrow();
            return standing(Outcome.CONFIRMED, activity, confirmed);
        });
    }

    private static boolean isOpen(SignUp signUp, Activity activity, Instant now) {
        var until = signUp.offeredUntil();
        return until != null && now.isBefore(until) && !activity.isCancelled();
    }

    /**
     * An offer that nobody took goes on to the next; under its own transaction. False if it was
     * taken meanwhile. Of an activity that was called off its people hear that alone.
     */
    boolean lapse(SignUp seen, Instant now) {
        activities.lock(seen.activity());
        var activity = activities.find(seen.activity()).orElseThrow();
        var signUp = signUps.find(seen.id()).orElseThrow();
        var until = signUp.offeredUntil();
        boolean over = until != null && !now.isBefore(until) && !activity.isCancelled();
        if (!over || !signUps.move(signUp.id(), SignUpVerb.LAPSE, SeatTerms.NONE)) {
            return false;
        }
        news.lapsed(activity, signUp, now);
        moveUp(activity, now);
        return true;
    }

    /** Whether somebody waits for no more seats than are free; not under the lock. */
    boolean canMoveUp(Activity activity, Instant now) {
        return !activity.isCancelled()
                && !activity.hasBegun(now)
                && next(activity, free(activity)) != null;
    }

    /** Goes on where there were too many to move up at once. */
    void moveUp(long id, Instant now) {
        activities.lock(id).flatMap(turn -> activities.find(id)).ifPresent(a -> moveUp(a, now));
    }

    /** Offers free seats to some of those who wait; under the lock. */
    void moveUp(Activity activity, Instant now) {
        if (activity.isCancelled() || activity.hasBegun(now)) {
            return;
        }
        if (activity.plan().seats() == null) {
            signUps.offered(activity.id()).forEach(signUp -> give(activity, signUp, now));
        }
        int free = free(activity);
        var next = next(activity, free);
        for (int i = 0; i < MOST_AT_ONCE && next != null; i++) {
            free -= next.seats();
            give(activity, next, now);
            next = next(activity, free);
        }
    }

    /** Where as many can come as want to there is nothing to ask. */
    private void give(Activity activity, SignUp next, Instant now) {
        if (activity.plan().seats() != null) {
            offer(activity, next, now);
            return;
        }
        var terms = SeatTerms.confirmed(activities.number(activity.id(), next.seats()), now);
        signUps.move(next.id(), SignUpVerb.GIVE, terms);
        news.given(activity, signUps.find(next.id()).orElseThrow(), now);
    }

    private @Nullable SignUp next(Activity activity, int free) {
        return free < 1 ? null : signUps.next(activity.id(), free).orElse(null);
    }

    private void offer(Activity activity, SignUp next, Instant now) {
        var begins = activity.plan().begins();
        var until = now.plus(OFFER).isBefore(begins) ? now.plus(OFFER) : begins;
        signUps.move(next.id(), SignUpVerb.OFFER, SeatTerms.offered(until));
        news.offered(activity, next, until, now);
    }

    /** Calls it off, unless that is so already; who signed up is told. */
    void callOff(long id, String why, Instant now) {
        activities.lock(id);
        activities
                .find(id)
                .filter(activity -> !activity.isCancelled() && !activity.hasBegun(now))
                .ifPresent(activity -> {
                    activities.cancel(id, why);
                    activities.news(id, ActivityNews.Kind.CANCELLED, now);
                });
    }

    /** Whoever is forgotten holds no seat of what is still to come; inside the open transaction. */
    void forget(Person person, Instant now) {
        signUps.of(person.id()).stream()
                .filter(SignUp::isLive)
                .map(SignUp::activity)
                .sorted()
                .forEach(id -> cancel(id, person, now));
        signUps.forget(person.id());
    }
}
