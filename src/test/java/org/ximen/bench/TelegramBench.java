package org.ximen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.played.PlayedTelegram;
import org.ximen.played.PlayedUser;

/**
 * Updates a second of the whole pipeline (stored, understood, stored, sent) beside echo bots that
 * do none of that, against the same played Telegram on the same machine.
 */
class TelegramBench {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int REPETITIONS = 3;
    private static final int CHATS = 500;
    private static final List<String> WORDS = List.of("谢谢", "帮助", "进度");

    @TempDir Path home;

    private PlayedTelegram played() {
        var played = PlayedTelegram.start(InstantSource.system());
        played.limits().off();
        played.keep(false);
        return played;
    }

    @Test
    void updatesASecondBesideBareEchoes() {
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (int latency : new int[] {0, 20}) {
            for (int who = 0; who < 3; who++) {
                try (var played = played()) {
                    var bot = contestant(who, played, home.resolve("l" + latency));
                    if (bot.isPresent()) {
                        try (var running = bot.get()) {
                            rates.put(running.name + " " + latency + " ms", rates(played, latency));
                        }
                    }
                }
            }
        }
        rates.forEach((name, all) ->
                System.out.printf("%-20s %s updates/s%n", name, Arrays.toString(all)));
        for (int latency : new int[] {0, 20}) {
            var ours = rates.get("ours " + latency + " ms");
            for (var other : List.of("telegrambots", "grammY")) {
                var theirs = rates.get(other + " " + latency + " ms");
                if (ours != null && theirs != null) {
                    System.out.printf(
                            "ours / %s at %d ms: %.2f%n",
                            other, latency, median(ours) / median(theirs));
                }
            }
        }
    }

    private static Optional<Contestant> contestant(int who, PlayedTelegram played, Path home) {
        return switch (who) {
            case 0 -> Optional.of(Contestant.ours(played, home, "--ximen.embedding=false"));
            case 1 -> Optional.of(Contestant.bare(played));
            default -> Contestant.grammy(played);
        };
    }

    private static double[] rates(PlayedTelegram played, int latency) {
        var users = IntStream.range(0, CHATS).mapToObj(i -> played.user("u" + i)).toList();
        await().atMost(PATIENCE).until(played::pollIsOpen);
        rate(played, users, 500);
        played.faults().latency(Duration.ofMillis(latency));
        int updates = latency == 0 ? 2000 : 600;
        return IntStream.range(0, REPETITIONS)
                .mapToDouble(i -> rate(played, users, updates))
                .toArray();
    }

    private static double rate(PlayedTelegram played, List<PlayedUser> users, int updates) {
        long before = played.count("sendMessage");
        long from = System.nanoTime();
        for (int i = 0; i < updates; i++) {
            users.get(i % users.size()).say(WORDS.get(i % WORDS.size()));
        }
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> played.count("sendMessage") >= before + updates);
        return Math.round(updates * 1e9 / (System.nanoTime() - from));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Test
    void timeToAnAnswerUnderAThousandChats() throws InterruptedException {
        try (var played = played();
                var bot = Contestant.ours(played, home)) {
            var users = IntStream.range(0, 1000).mapToObj(i -> played.user("u" + i)).toList();
            await().atMost(PATIENCE).until(played::pollIsOpen);
            Thread.sleep(30_000); // vectors
            var random = new Random(5);
            for (int perSecond : new int[] {5, 10, 20}) {
                var times = new long[perSecond * 40];
                var threads =
                        IntStream.range(0, times.length)
                                .mapToObj(i ->
                                        after(
                                                i * 1000L / perSecond,
                                                () ->
                                                        times[i] =
                                                                time(
                                                                        users.get(
                                                                                random.nextInt(
                                                                                        users
                                                                                                .size())),
                                                                        i)))
                                .toList();
                for (var thread : threads) {
                    thread.join();
                }
                Arrays.sort(times);
                System.out.printf(
                        "%d messages a second of 1000 chats, a third questions: p50 %d p95 %d p99 %d ms, %d MB%n",
                        perSecond,
                        times[times.length / 2],
                        times[times.length * 95 / 100],
                        times[times.length * 99 / 100],
                        bot.resident());
            }
        }
    }

    private static Thread after(long millis, Runnable work) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(millis);
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static long time(PlayedUser user, int i) {
        var words = List.of("谢谢", "遛狗不牵绳罚多少", "进度").get(i % 3);
        synchronized (user) {
            long before = user.heard();
            long from = System.nanoTime();
            user.say(words);
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(PATIENCE)
                    .until(() -> user.heard() > before);
            return (System.nanoTime() - from) / 1_000_000;
        }
    }

    @Test
    void memoryOverMinutesOfUpdates() {
        long minutes = Long.getLong("bench.minutes", 3);
        try (var played = played();
                var bot = Contestant.ours(played, home, "--ximen.embedding=false")) {
            var users = IntStream.range(0, CHATS).mapToObj(i -> played.user("u" + i)).toList();
            await().atMost(PATIENCE).until(played::pollIsOpen);
            long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
            long all = 0;
            List<Long> resident = new ArrayList<>();
            List<Long> live = new ArrayList<>();
            while (System.nanoTime() < end) {
                rate(played, users, 5000);
                all += 5000;
                resident.add(bot.resident());
                live.add(bot.live());
            }
            double growth = (double) live.getLast() / live.get(Math.min(3, live.size() - 1));
            System.out.printf(
                    "%d updates, after every 5000: heap in use %s MB, held %s MB,"
                            + " in use last to fourth %.2f%n",
                    all, live, resident, growth);
            assertThat(growth).isLessThan(1.5);
        }
    }
}
