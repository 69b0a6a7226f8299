package org.ximen.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseChange;
import org.ximen.cases.CasePhoto;
import org.ximen.cases.Cases;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.Outcome;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.photos.Photos;

/** What happens in the sample street, how it is reported, and what becomes of it. */
final class Incidents {
    private static final String MARK = "【样例】";
    private static final Duration SAME_WITHIN = Duration.ofHours(48);
    private static final int PHOTO_OF = 3;
    private static final int ANONYMOUS_OF = 10;
    private static final int PARTLY_OF = 8;
    private static final int TRIES = 500;
    // About the extent of the sample district, and some metres, in degrees.
    private static final double NORTH_SOUTH = 0.008;
    private static final double EAST_WEST = 0.005;
    private static final double BESIDE = 0.0001;

    private final Cases cases;
    private final Photos photos;
    private final District district;
    private final Crew crew;
    private final Neighbours people;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Instant end;
    private final List<Report> reports = Report.all();
    private final List<Course> courses =
            Lines.of("courses.txt").stream().map(Course::read).toList();
    private final List<Running> running = new ArrayList<>();

    /** A case on its way. */
    private record Running(String number, Report report, Place place, Instant since) {}

    /**
     * @param end when the weeks end
     */
    Incidents(
            Demo.Features features,
            Crew crew,
            Neighbours people,
            Agenda agenda,
            RandomGenerator random,
            Instant end) {
        this.cases = features.cases();
        this.photos = features.photos();
        this.district = features.district();
        this.crew = crew;
        this.people = people;
        this.agenda = agenda;
        this.random = random;
        this.end = end;
    }

    /** Somebody reports something. */
    void happen(Instant at) {
        var report = reports.get(random.nextInt(reports.size()));
        var course = Course.drawn(courses, random);
        if (course.starts(Verb.MERGE)) {
            merge(course, at);
        } else {
            go(open(report, somewhere(report), at), course, at);
        }
    }

    /** The cases that everybody should find. */
    void singles() {
        for (var course : courses) {
            if (course.single()) {
                var report = reports.stream().filter(r -> r.category().equals(course.category()));
                var day = Day.of(end).minusDays(course.days());
                var first = report.findFirst().orElseThrow();
                agenda.put(
                        Day.moment(day, random),
                        at -> go(open(first, somewhere(first), at), course, at));
            }
        }
    }

    private Running open(Report report, Place place, Instant at) {
        var person = people.any();
        var shown = photos(report, person.sender(), at);
        boolean anonymous = random.nextInt(ANONYMOUS_OF) == 0;
        var draft =
                new Draft(
                        MARK + report.words(),
                        report.category(),
                        place,
                        shown,
                        report.urgent(),
                        anonymous);
        var filed = cases.report(draft, person.id(), person.sender(), at);
        photos.bind(shown, person.sender(), filed.number());
        var one = new Running(filed.number(), report, place, at);
        running.add(one);
        return one;
    }

    private List<String> photos(Report report, Sender owner, Instant at) {
        var scene = report.scene();
        if (scene == null || random.nextInt(PHOTO_OF) > 0) {
            return List.of();
        }
        try (var picture = scene.picture(random)) {
            return List.of(photos.accept(picture, owner, at).id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some point of a neighbourhood; of a street without outlines only the middle is known. */
    private Place somewhere(Report report) {
        return Stream.generate(this::point)
                .limit(TRIES)
                .flatMap(point -> in(point, report.spot()).stream())
                .findFirst()
                .orElseGet(() -> district.placeAt(district.centre()));
    }

    private Point point() {
        var centre = district.centre();
        return new Point(
                centre.latitude() + random.nextDouble(-NORTH_SOUTH, NORTH_SOUTH),
                centre.longitude() + random.nextDouble(-EAST_WEST, EAST_WEST));
    }

    private Optional<Place> in(Point point, String spot) {
        return district.areaAt(point)
                .filter(area -> area.parent() != null)
                .map(area -> new Place(area.shortName() + "居民区" + spot, point, area));
    }

    /** The same thing is reported again by another; without such a thing, another case. */
    private void merge(Course course, Instant at) {
        running.removeIf(one -> one.since().isBefore(at.minus(SAME_WITHIN)));
        var first = running.reversed().stream().filter(this::isOpen).findFirst();
        if (first.isEmpty()) {
            var report = reports.get(random.nextInt(reports.size()));
            go(open(report, somewhere(report), at), courses.getFirst(), at);
            return;
        }
        var other = first.get();
        var again = open(other.report(), beside(other.place()), at);
        var step = course.steps().getFirst();
        agenda.put(later(step, at), then -> join(again, other, step, then));
    }

    private void join(Running again, Running other, Course.Step step, Instant at) {
        if (isOpen(other)) {
            move(again, step, Move.mergeInto(other.number()), at);
        } else {
            go(again, courses.getFirst(), at);
        }
    }

    private static Place beside(Place place) {
        var point = place.point();
        return point == null
                ? place
                : new Place(
                        place.text(),
                        new Point(point.latitude() + BESIDE, point.longitude()),
                        place.area());
    }

    private boolean isOpen(Running one) {
        return find(one).filter(item -> !item.state().over()).isPresent();
    }

    private Optional<GridCase> find(Running one) {
        return cases.find(one.number());
    }

    private void go(Running one, Course drawn, Instant from) {
        var department = find(one).map(GridCase::department).orElse(null);
        boolean fits = drawn.fits(department, Duration.between(one.since(), end));
        var course = drawn.single() || fits ? drawn : courses.getFirst();
        next(one, course, 0, from);
    }

    private void next(Running one, Course course, int step, Instant from) {
        if (step < course.steps().size()) {
            var each = course.steps().get(step);
            agenda.put(
                    later(each, from),
                    at -> {
                        take(one, each, at);
                        next(one, course, step + 1, at);
                    });
        }
    }

    private Instant later(Course.Step step, Instant from) {
        return Day.inOffice(from.plus(step.after()).plusSeconds(random.nextInt(40 * 60)));
    }

    /** Nothing may be put off once it is late, and who gave no name cannot be called. */
    private void take(Running one, Course.Step step, Instant at) {
        boolean hindered =
                switch (step.verb()) {
                    case EXTEND -> find(one).filter(item -> item.overdue(at)).isPresent();
                    case CONTACT -> cases.reporter(one.number()).isEmpty();
                    default -> false;
                };
        if (!hindered) {
            move(one, step, move(one, step), at);
        }
    }

    private void move(Running one, Course.Step step, Move move, Instant at) {
        var actor = crew.actor(step, acting(one, step));
        if (solves(step)) {
            photograph(one, actor, at);
        }
        cases.move(one.number(), move, actor, at);
    }

    /** A unit that helps answers for itself; it is asked by the one that has the case. */
    private @Nullable String acting(Running one, Course.Step step) {
        var helping = step.verb() == Verb.ASSIST ? null : step.department();
        return helping == null ? find(one).map(GridCase::department).orElse(null) : helping;
    }

    private static boolean solves(Course.Step step) {
        return step.verb() == Verb.HANDLE && step.department() == null;
    }

    /** How it was left, where there is something to be seen. */
    private void photograph(Running one, Actor by, Instant at) {
        var scene = one.report().scene();
        if (scene != null) {
            var owner = new Sender("staff", by.name());
            try (var picture = scene.after(random)) {
                var id = photos.accept(picture, owner, at).id();
                var photo = new CasePhoto(id, PhotoPhase.AFTER, 0, by.name(), at, null, List.of());
                cases.attach(one.number(), photo, owner, by);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Move move(Running one, Course.Step step) {
        var helping = step.department();
        if (step.verb() == Verb.ASSIST && helping != null) {
            return Move.of(step.verb(), step.note(), CaseChange.units(helping));
        }
        var note = solves(step) ? one.report().done() : step.note();
        var outcome = outcome(step);
        var move = new Move(step.verb(), note(outcome, note), helping, null, outcome, null);
        return switch (step.verb()) {
            case HANDLE -> solves(step) ? move.showing(Proof.without(reason())) : move;
            case VERIFY -> move.showing(Proof.call(MARK + "反映人"));
            case CLOSE ->
                    outcome == Outcome.RESOLVED
                            ? find(one)
                                    .map(GridCase::filed)
                                    .map(f -> move.under(f.id()))
                                    .orElse(move)
                            : move;
            default -> move;
        };
    }

    private NoPhotoReason reason() {
        var reasons = NoPhotoReason.of(PhotoPhase.AFTER);
        return reasons.get(random.nextInt(reasons.size()));
    }

    /** What is not solved whole says why. */
    private static @Nullable String note(@Nullable Outcome outcome, @Nullable String note) {
        return outcome == Outcome.PARTLY_RESOLVED && note == null ? "还有一部分要分批处理" : note;
    }

    private @Nullable Outcome outcome(Course.Step step) {
        if (step.verb() != Verb.CLOSE) {
            return null;
        }
        return random.nextInt(PARTLY_OF) == 0 ? Outcome.PARTLY_RESOLVED : Outcome.RESOLVED;
    }
}
