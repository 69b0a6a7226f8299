package org.ximen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.played.PlayedTelegram;
import org.ximen.played.PlayedUser;
import org.ximen.testing.Bot;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

/**
 * A notice to 30,000 people of whom 3 % blocked us, 1 % of the calls told to wait, a restart in the
 * middle, and residents who ask meanwhile; on a clock that is moved.
 */
class BroadcastBench {
    private static final int PEOPLE = Integer.getInteger("bench.people", 30_000);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final long NOTICE = 1;

    private final SettableClock clock = new SettableClock(Street.MONDAY);
    private final List<Long> waits = new ArrayList<>();

    @Test
    void reachesEachOnceAndLetsAnswersOvertake() {
        var db = TestDatabase.HSQLDB.open();
        try (var played = PlayedTelegram.start(clock)) {
            played.shortPolls(Duration.ofMillis(1));
            var people = IntStream.range(0, PEOPLE).mapToObj(i -> played.user("p" + i)).toList();
            people.forEach(PlayedUser::begin);
            IntStream.range(0, PEOPLE)
                    .filter(i -> i % 33 == 0)
                    .forEach(i -> people.get(i).blockSilently());
            IntStream.range(0, PEOPLE)
                    .filter(i -> i % 100 == 7)
                    .forEach(i -> played.limits().refuse(people.get(i).id(), 5));
            var began = clock.instant();
            long from = System.nanoTime();
            var bot = new Bot(db, played, clock);
            bot.street.outbox.broadcast(
                    NOTICE,
                    people.stream().map(p -> new Sender("telegram", "" + p.id())).toList(),
                    Reply.of(Reply.Kind.NOTICE, "明日停水"),
                    clock.instant());
            System.out.printf("put in after %d ms%n", (System.nanoTime() - from) / 1_000_000);
            var asking = IntStream.range(0, 40).mapToObj(i -> played.user("问" + i)).toList();
            boolean restarted = false;
            for (int step = 0; bot.street.outbox.progress(NOTICE).pending() > 0; step += 20) {
                for (int i = 0; i < 20; i++) {
                    bot.street.outbox.begin(clock.instant());
                    bot.street.outbox.rest(Duration.ofSeconds(10));
                    clock.pass(STEP);
                }
                ask(bot, asking.get(step / 20 % asking.size()));
                if (!restarted && played.count("sendMessage") > PEOPLE / 2) {
                    // with messages on their way
                    bot.street.outbox.begin(clock.instant());
                    bot.close();
                    bot = new Bot(db, played, clock);
                    restarted = true;
                }
            }
            var progress = bot.street.outbox.progress(NOTICE);
            System.out.printf(
                    "%s in %d s of the clock, %d s of this machine; answers p50 %d p95 %d ms of the clock%n",
                    progress,
                    Duration.between(began, clock.instant()).toSeconds(),
                    (System.nanoTime() - from) / 1_000_000_000,
                    percent(50),
                    percent(95));
            var unknown =
                    db.client()
                            .sql("select address from outbox where state = 'UNKNOWN'")
                            .query(String.class)
                            .set();
            for (int i = 0; i < PEOPLE; i++) {
                var person = people.get(i);
                int least = i % 33 == 0 || unknown.contains("" + person.id()) ? 0 : 1;
                assertThat(person.inbox())
                        .as("person " + i)
                        .hasSizeBetween(least, i % 33 == 0 ? 0 : 1);
            }
            assertThat(percent(95)).as("ms of the clock until an answer").isLessThan(2000);
            assertThat(played.callsDuringWait()).isEmpty();
            bot.close();
        }
    }

    /** Somebody asks and is answered while the notice goes out. */
    private void ask(Bot bot, PlayedUser user) {
        int before = user.inbox().size();
        var asked = clock.instant();
        user.say("谢谢");
        bot.telegram.fetch();
        bot.telegram.fetch();
        bot.telegram.sort();
        bot.telegram.rest(Duration.ofSeconds(10));
        bot.street.outbox.rest(Duration.ofSeconds(10));
        while (user.inbox().size() == before) {
            clock.pass(STEP);
            bot.street.outbox.begin(clock.instant());
            bot.street.outbox.rest(Duration.ofSeconds(10));
        }
        waits.add(Duration.between(asked, clock.instant()).toMillis());
    }

    private long percent(int share) {
        var sorted = waits.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length * share / 100];
    }
}
