package org.ximen.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.cases.CaseFilter;
import org.ximen.cases.Cases;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.Outcome;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.notices.Notices;
import org.ximen.residents.Person;
import org.ximen.residents.Profile;
import org.ximen.residents.Residents;
import org.ximen.staff.Accounts;

/**
 * Six weeks of a sample street, lived through by the same verbs that people use, on a clock that
 * walks through them. The same every time but for the day on which it ends.
 */
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final int DAYS = 42;
    private static final int CASES = 150;
    private static final int JUST_NOW = 4;
    private static final int PEOPLE = 60;
    private static final int MERCHANTS = 15;
    private static final int SEED = 20250423;
    // About the extent of the sample district, in degrees.
    private static final double NORTH_SOUTH = 0.008;
    private static final double EAST_WEST = 0.005;

    private final Features features;
    private final List<String> reports = Lines.of("reports.txt");
    private final List<Course> courses =
            Lines.of("courses.txt").stream().map(Course::read).toList();
    private final Random random = new Random(SEED);
    private final List<GridCase> unfinished = new ArrayList<>();

    /** What it fills. */
    public record Features(
            Cases cases,
            Notices notices,
            Residents residents,
            Accounts accounts,
            District district) {}

    public Demo(Features features) {
        this.features = features;
    }

    /**
     * Fills an empty product; false, and nothing done, if there is a case already.
     *
     * @param home where the passwords of the sample accounts are written
     * @param now when the six weeks end
     */
    public boolean fill(Path home, Instant now) {
        if (!features.cases().list(CaseFilter.newest(1)).isEmpty()) {
            LOG.info("已经有案件，不再放入样例");
            return false;
        }
        var crew = new Crew(features.accounts());
        var admin = features.accounts().find("admin").orElseThrow();
        crew.hire(home, admin, now.minus(Duration.ofDays(DAYS)));
        var people = IntStream.range(0, PEOPLE).mapToObj(i -> meet(i, now)).toList();
        moments(now).forEach(at -> report(people.get(random.nextInt(PEOPLE)), at, now));
        new Bulletin(features.notices(), crew).write(now);
        LOG.info("已放入六周的样例，账号写在 {}", home.resolve(Crew.FILE));
        return true;
    }

    private Person meet(int number, Instant now) {
        var id = UUID.nameUUIDFromBytes(("demo-" + number).getBytes(StandardCharsets.UTF_8));
        var residents = features.residents();
        var began = now.minus(Duration.ofDays(DAYS));
        var person = residents.meet(new Sender("web", id.toString()), began);
        residents.subscribe(person, features.district().whole().code(), began);
        if (number < MERCHANTS) {
            residents.profile(person, Profile.MERCHANT);
        }
        return person;
    }

    /** More of them towards the end, when people know where to report, and some just now. */
    private List<Instant> moments(Instant now) {
        var before =
                IntStream.range(0, CASES)
                        .mapToLong(i -> (long) (DAYS * (1 - Math.sqrt(random.nextDouble()))))
                        .mapToObj(ago -> Day.moment(Day.of(now).minusDays(ago), random));
        var justNow =
                IntStream.rangeClosed(1, JUST_NOW)
                        .mapToObj(i -> now.minus(Duration.ofMinutes(10L * i)));
        return Stream.concat(before, justNow).filter(now::isAfter).sorted().toList();
    }

    private void report(Person person, Instant at, Instant now) {
        var line = reports.get(random.nextInt(reports.size())).split("\\|", 2);
        boolean anonymous = random.nextInt(10) == 0;
        var draft = new Draft(line[1], line[0], somewhere(), List.of(), false, anonymous);
        var filed = features.cases().report(draft, person.id(), person.sender(), at);
        goOn(filed, Course.drawn(courses, random), at, now);
    }

    private Place somewhere() {
        var district = features.district();
        var centre = district.centre();
        for (; ; ) {
            var point =
                    new Point(
                            centre.latitude() + random.nextDouble(-NORTH_SOUTH, NORTH_SOUTH),
                            centre.longitude() + random.nextDouble(-EAST_WEST, EAST_WEST));
            if (district.areaAt(point).isPresent()) {
                return district.placeAt(point);
            }
        }
    }

    private void goOn(GridCase filed, Course course, Instant from, Instant now) {
        var at = from;
        for (var step : course.steps()) {
            at = Day.inOffice(at.plus(step.after()).plusSeconds(random.nextInt(40 * 60)));
            var move = move(step, filed);
            if (at.isAfter(now) || move == null) {
                break;
            }
            var actor = Crew.actor(step.verb(), filed.category().department());
            features.cases().move(filed.number(), move, actor, at);
        }
        features.cases()
                .find(filed.number())
                .filter(one -> !one.state().over())
                .ifPresent(unfinished::add);
    }

    /** Null where there is nothing yet to merge with. */
    private @Nullable Move move(Course.Step step, GridCase filed) {
        if (step.verb() == Verb.MERGE) {
            return unfinished.isEmpty() ? null : Move.mergeInto(unfinished.getLast().number());
        }
        if (step.verb() == Verb.CLOSE) {
            var outcome = random.nextInt(8) == 0 ? Outcome.PARTLY_RESOLVED : Outcome.RESOLVED;
            return Move.close(outcome, step.note());
        }
        return step.note() == null ? Move.of(step.verb()) : Move.of(step.verb(), step.note());
    }
}
