package org.ximen.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Cases;
import org.ximen.dialogue.Dialogue;
import org.ximen.district.District;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.Opinions;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
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
    private static final int SEED = 20250423;
    // What the jobs do every few seconds, here often enough for the history to look the same.
    private static final Duration TICK = Duration.ofHours(4);

    private final Features features;
    private final RandomGenerator random = new Random(SEED);
    private final Agenda agenda = new Agenda();

    /** What it fills. */
    public record Features(
            Cases cases,
            CaseBook book,
            Photos photos,
            Notices notices,
            Outbox outbox,
            Dialogue dialogue,
            Handoff handoff,
            Gaps gaps,
            Residents residents,
            Accounts accounts,
            District district,
            Opinions opinions,
            OpinionDesk opinionDesk) {}

    public Demo(Features features) {
        this.features = features;
    }

    /** When weeks that end then began. */
    public static Instant began(Instant end) {
        return end.minus(Duration.ofDays(DAYS));
    }

    /**
     * Fills an empty product; false, and nothing done, if there is a case already. Meant for before
     * the jobs begin: they live in the present, this in the past.
     *
     * @param home where the passwords of the sample accounts are written
     * @param now when the six weeks end
     */
    public boolean fill(Path home, Instant now) {
        var admin = features.accounts().find(Accounts.ADMIN).orElseThrow();
        if (features.book().count(CaseSearch.ALL, 1, admin, now) > 0) {
            LOG.info("已经有案件，不再放入样例");
            return false;
        }
        var began = began(now);
        var crew = new Crew(features.accounts(), features.district());
        crew.hire(home, admin, began);
        plan(crew, began, now);
        agenda.run(now);
        features.gaps().sweep(now);
        tick(now);
        LOG.info("已放入六周的样例，账号写在 {}", home.resolve(Crew.FILE));
        return true;
    }

    private void plan(Crew crew, Instant began, Instant now) {
        var people = new Neighbours(features.residents(), features.district(), random, began);
        var incidents = new Incidents(features, crew, people, agenda, random, now);
        moments(now).forEach(at -> agenda.put(at, incidents::happen));
        incidents.singles();
        new Bulletin(features.notices(), crew, agenda, this::tick).plan(now);
        new Questions(features, crew, people, agenda).plan(now);
        new SampleOpinions(features, crew, people, agenda).plan(now);
        LongStream.range(0, Duration.ofDays(DAYS).dividedBy(TICK))
                .mapToObj(i -> began.plus(TICK.multipliedBy(i)))
                .forEach(at -> agenda.put(at, this::tick));
    }

    /** What is sent is sent, what is late is noted as late. */
    private void tick(Instant at) {
        features.cases().sweep(at);
        features.notices().sweep(at);
        features.outbox().drain(at);
    }

    /** More of them towards the end, when people know where to report, and some just now. */
    private Stream<Instant> moments(Instant now) {
        var before =
                IntStream.range(0, CASES)
                        .mapToLong(i -> (long) (DAYS * (1 - Math.sqrt(random.nextDouble()))))
                        .mapToObj(ago -> Day.moment(Day.of(now).minusDays(ago), random));
        var justNow =
                IntStream.rangeClosed(1, JUST_NOW)
                        .mapToObj(i -> now.minus(Duration.ofMinutes(10L * i)));
        return Stream.concat(before, justNow).filter(now::isAfter);
    }
}
