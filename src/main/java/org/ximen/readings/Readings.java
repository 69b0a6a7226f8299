package org.ximen.readings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CategoryLessons;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.readings.KeptReading.Judgement;
import org.ximen.readings.KeptReading.Why;
import org.ximen.residents.Holding;
import org.ximen.residents.Person;
import org.ximen.understanding.Act;
import org.ximen.understanding.CategoryGuess;

/**
 * Keeps what was read of a message where it is worth a look: where the machine was not sure, spoke
 * of a danger, or the person said or chose something else afterwards.
 */
public final class Readings implements CategoryLessons {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration JUDGED_KEPT = Duration.ofDays(730);
    private static final Duration DAY = Duration.ofDays(1);
    // What is said later than this is hardly about a message.
    private static final Duration RECENT = Duration.ofMinutes(30);
    private static final int MOST_A_DAY = 20;
    private static final int PEOPLE = 1000;
    // As the conversation asks back: two acts this near each other, or none plainer than this.
    private static final double MARGIN = 0.25;
    private static final double PLAIN = 0.6;
    private static final double PLAIN_CATEGORY = 0.5;

    private final Db db;
    private final District district;
    private final ReadingTable table;
    // The last message of a person, which is kept only if it turns out to be worth it.
    private final Cache<Long, Recent> last = Caffeine.newBuilder().maximumSize(PEOPLE).build();
    private final Cache<Long, Recent> lastReport =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();

    /**
     * A message that was heard.
     *
     * @param id of its row; 0 where it is not kept
     */
    private record Recent(long id, ReadMessage read, Instant at) {
        boolean is(Instant now) {
            return now.isBefore(at.plus(RECENT));
        }
    }

    public Readings(Db db, District district) {
        this.db = db;
        this.district = district;
        this.table = new ReadingTable(db.client());
    }

    /** A message was read and is answered by it; inside the caller's transaction. */
    public void heard(Person person, HeardMessage message, Instant now) {
        var read = ReadMessage.of(message, district);
        var why = why(read);
        long id = why != null && isWanted(person, read, why, now) ? add(person, read, why, now) : 0;
        var recent = new Recent(id, read, now);
        last.put(person.id(), recent);
        if (read.act().act() == Act.REPORT) {
            lastReport.put(person.id(), recent);
        }
    }

    private long add(Person person, ReadMessage read, Why why, Instant at) {
        return table.add(person.id(), read, why, at);
    }

    private static @Nullable Why why(ReadMessage read) {
        if (read.alarms()) {
            return Why.ALARM;
        }
        var next = read.next();
        double best = read.act().probability();
        boolean near = next != null && best - next.probability() < MARGIN;
        return near || best < PLAIN || isUnsureKind(read) ? Why.UNSURE : null;
    }

    private static boolean isUnsureKind(ReadMessage read) {
        return read.act().act() == Act.REPORT
                && read.categories().stream()
                        .findFirst()
                        .filter(guess -> guess.probability() < PLAIN_CATEGORY)
                        .isPresent();
    }

    /** One person fills no list, and the same words stand in it once. */
    private boolean isWanted(Person person, ReadMessage read, Why why, Instant now) {
        return hasRoom(person, now)
                && (why != Why.UNSURE || !table.waits(read.words(), read.act().act()));
    }

    private boolean hasRoom(Person person, Instant now) {
        return table.countSince(person.id(), now.minus(DAY)) < MOST_A_DAY;
    }

    /** The person chose, for the words said last, that they want this. */
    public void meant(Person person, Act act, Instant now) {
        recent(last, person, now).ifPresent(each -> changed(person, each, act, null, now));
    }

    /** The person chose another category than was read from what they reported. */
    public void meant(Person person, String category, Instant now) {
        recent(lastReport, person, now)
                .filter(each -> !category.equals(best(each.read())))
                .ifPresent(each -> changed(person, each, null, category, now));
    }

    private static @Nullable String best(ReadMessage read) {
        return read.categories().stream().findFirst().map(CategoryGuess::code).orElse(null);
    }

    private void changed(
            Person person,
            Recent recent,
            @Nullable Act act,
            @Nullable String category,
            Instant now) {
        boolean other = category != null || act != recent.read().act().act();
        if (other) {
            note(person, recent, Why.CHANGED, now)
                    .ifPresent(id -> table.meant(id, Why.CHANGED, act, category));
        }
    }

    /** The person says that they were not understood; before this is {@link #heard} itself. */
    public void misunderstood(Person person, Instant now) {
        recent(last, person, now)
                .ifPresent(each ->
                        note(person, each, Why.MISUNDERSTOOD, now)
                                .ifPresent(id -> table.meant(id, Why.MISUNDERSTOOD, null, null)));
    }

    /** The words of a case as an example of its category, in place of an earlier one. */
    @Override
    public void learn(Confirmed confirmed, Instant now) {
        var read = ReadMessage.ofCase(confirmed, district);
        long id = table.ofCase(confirmed.number()).orElseGet(() -> add(confirmed, read, now));
        var said = new Correction(false, null, confirmed.category(), null);
        table.judge(id, new Judgement(said, confirmed.by(), now));
    }

    private long add(Confirmed confirmed, ReadMessage read, Instant now) {
        long id = table.add(confirmed.person(), read, Why.RECLASSIFIED, now);
        table.of(id, confirmed.number());
        return id;
    }

    /** What the person said last has become part of a report. */
    public void reported(Person person, Instant now) {
        recent(last, person, now)
                .filter(each -> each.id() > 0)
                .ifPresent(each -> table.restrict(each.id()));
    }

    private static Optional<Recent> recent(Cache<Long, Recent> heard, Person person, Instant now) {
        return Optional.ofNullable(heard.getIfPresent(person.id())).filter(each -> each.is(now));
    }

    private Optional<Long> note(Person person, Recent recent, Why why, Instant now) {
        if (recent.id() > 0) {
            return Optional.of(recent.id());
        }
        return hasRoom(person, now)
                ? Optional.of(add(person, recent.read(), why, recent.at()))
                : Optional.empty();
    }

    /** How long readings are kept, how they are shown and erased. */
    public Holding holding() {
        return new Holding(
                Set.of("reading", "reading_model"),
                "小助拿不准或听错的话（去掉名字、号码和门牌），30 天；工作人员核对过的两年",
                KEPT,
                before -> table.deleteOld(before, before.minus(JUDGED_KEPT.minus(KEPT))),
                person -> table.of(person.id()).stream().map(Readings::exported).toList(),
                (person, now) -> forget(person));
    }

    private static String exported(KeptReading kept) {
        return "小助" + kept.why().shown() + "的话：" + kept.read().words();
    }

    private void forget(Person person) {
        last.invalidate(person.id());
        lastReport.invalidate(person.id());
        db.run(() -> table.delete(person.id()));
    }
}
