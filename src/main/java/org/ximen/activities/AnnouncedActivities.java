package org.ximen.activities;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ximen.notices.Notice;
import org.ximen.notices.NoticeMark.Kind;
import org.ximen.notices.Notices;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;

/** What the notice of an activity means for it: whom it is for, and whether it still holds. */
final class AnnouncedActivities {
    private static final Set<Notice.State> CURRENT =
            EnumSet.of(Notice.State.SENDING, Notice.State.DONE, Notice.State.CORRECTED);
    private static final Set<Notice.State> STOPPED =
            EnumSet.of(Notice.State.CANCELLED, Notice.State.RECALLED);

    private final Notices notices;
    private final Residents residents;
    private final ActivityTable activities;
    private final SeatBook seats;

    AnnouncedActivities(
            Notices notices, Residents residents, ActivityTable activities, SeatBook seats) {
        this.notices = notices;
        this.residents = residents;
        this.activities = activities;
        this.seats = seats;
    }

    /** The notice as it reads now: the last correction of it that went out. */
    private Optional<Notice> current(Activity activity) {
        var id = activity.notice();
        return id == null ? Optional.empty() : notices.current(id);
    }

    /** Whether people have been told of it. */
    boolean isTold(Activity activity) {
        return activity.notice() == null
                || current(activity).filter(notice -> notice.startedAt() != null).isPresent();
    }

    /**
     * Those that somebody may read of: what has no notice, and those whose notice holds and is for
     * them.
     */
    List<Activity> shownTo(Person person, List<Activity> all) {
        var areas = areas(person);
        return all.stream()
                .filter(activity ->
                        activity.notice() == null
                                || current(activity)
                                        .filter(AnnouncedActivities::holds)
                                        .filter(n -> notices.isFor(n, areas, person.profile()))
                                        .isPresent())
                .toList();
    }

    private static boolean holds(Notice notice) {
        return notice.startedAt() != null && CURRENT.contains(notice.state());
    }

    /**
     * Whether somebody can have a seat: who gets the notices of its areas, or had this one. Who
     * subscribed nowhere reads of all, and has no seat of one neighbourhood.
     */
    boolean isFor(Activity activity, Person person) {
        return current(activity)
                .map(notice -> notices.goesTo(notice, person, areas(person)))
                .orElse(true);
    }

    private Set<String> areas(Person person) {
        return residents.subscriptions(person).stream()
                .filter(code -> !code.equals(Residents.WHOLE_STREET))
                .collect(Collectors.toSet());
    }

    /** Notes under the notice as it reads now that somebody signed up. */
    void mark(Activity activity, Person person, Instant now) {
        current(activity)
                .ifPresent(
                        notice -> notices.answers().mark(notice.id(), person, Kind.SIGNED_UP, now));
    }

    /** Who has no seat any more did not sign up. */
    void unmark(Activity activity, long person) {
        var notice = activity.notice();
        if (notice != null) {
            notices.answers().unmark(notice, person, Kind.SIGNED_UP);
        }
    }

    /** The activity that a notice, or the one that it corrects, announces. */
    Optional<Activity> of(long notice) {
        return activities.ofNotice(notices.first(notice)).filter(this::isTold);
    }

    /** What was announced by a notice that was stopped or recalled is called off with it. */
    void settle(Activity activity, Instant now) {
        if (!activity.isCancelled()) {
            current(activity)
                    .filter(notice -> STOPPED.contains(notice.state()))
                    .ifPresent(notice ->
                            seats.callOff(activity.id(), "通知" + notice.state().shown() + "。", now));
        }
    }
}
