package org.ximen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ximen.knowledge.Finding.Answered;

/**
 * How long an answer takes, beside Lucene alone, the model alone and langchain4j's easy way, one
 * after the other on the same questions and, but for the last, the same index. They do not take
 * turns question by question: the last reads every vector each time and would leave the processor's
 * caches empty to whoever comes next. The vectors of passages are made up ({@link Meanings}), those
 * of questions are the model's.
 */
class KnowledgeBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final int CALLERS = 2;

    static int[] sizes() {
        return Arrays.stream(System.getProperty("bench.passages", "1000,10000,100000").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void oneAfterTheOther(int passages) throws Exception {
        made(passages);
        try (var town = new Town(passages)) {
            tell(passages, "memory with the index open: " + memory());
            var loaded = loaded(town);
            var times = alone(town);
            times.forEach((name, time) -> tell(passages, "%-34s %s".formatted(name, time.shown())));
            ratios(passages, times);
            tell(passages, "%-34s %s".formatted("b, " + CALLERS + " callers", loaded.shown()));
            long answered =
                    town.questions.stream()
                            .filter(q -> town.embedded(q) instanceof Answered)
                            .count();
            tell(passages, answered + " of " + town.questions.size() + " questions answered");
            assertThat(answered).isPositive();
        }
    }

    private static void made(int passages) throws IOException {
        var made = Town.make(passages);
        if (made != null) {
            tell(
                    passages,
                    "made: %.0f passages/s text only, then %.0f/s with their vectors"
                            .formatted(
                                    passages * 1e9 / made.text(), passages * 1e9 / made.vectors()));
        }
    }

    private static Map<String, Consumer<String>> contestants(Town town) {
        Map<String, Consumer<String>> all = new LinkedHashMap<>();
        all.put("a  our answer, question embedded", town::embedded);
        all.put("b  our answer", town::whole);
        all.put("c  Lucene BM25 top 10, six fields", town::bm25);
        all.put("c' Lucene BM25 top 10, body only", town::bodyBm25);
        all.put("d  one query embedding", q -> town.model.embed(List.of(q)));
        all.put("e  langchain4j easy, top 10", town::peer);
        return all;
    }

    private static Map<String, Times> alone(Town town) {
        Map<String, Times> times = new LinkedHashMap<>();
        contestants(town)
                .forEach((name, contestant) -> {
                    town.questions.forEach(contestant); // warm
                    var taken = new Times();
                    for (int round = 0; round < ROUNDS; round++) {
                        town.questions.forEach(q -> taken.time(() -> contestant.accept(q)));
                    }
                    times.put(name, taken);
                });
        return times;
    }

    private static void ratios(int passages, Map<String, Times> times) {
        for (int share : List.of(50, 95, 99)) {
            var t = times.values().stream().mapToDouble(x -> x.percent(share)).toArray();
            tell(
                    passages,
                    "p%d: a/c %.2f (aim 3)  b/(c+d) %.2f (aim 1.3)  b/e %.2f (aim 1)"
                            .formatted(share, t[0] / t[2], t[1] / (t[2] + t[4]), t[1] / t[5]));
        }
    }

    private static Times loaded(Town town) throws InterruptedException {
        town.questions.forEach(town::whole); // warm
        var times = new Times();
        var callers =
                IntStream.range(0, CALLERS)
                        .mapToObj(
                                caller -> Thread.ofPlatform().start(() -> ask(town, caller, times)))
                        .toList();
        for (var caller : callers) {
            caller.join();
        }
        return times;
    }

    private static void ask(Town town, int caller, Times times) {
        for (int i = 0; i < ROUNDS * town.questions.size(); i++) {
            var question = town.questions.get((i * 7 + caller * 31) % town.questions.size());
            times.time(() -> town.whole(question));
        }
    }

    private static String memory() throws IOException {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        var resident = Files.readAllLines(Path.of("/proc/self/status")).stream();
        return "heap %d MB, %s"
                .formatted(
                        heap >> 20,
                        resident.filter(line -> line.matches("(?:RssAnon|VmHWM).*"))
                                .map(line -> line.replaceAll("\\s+", " "))
                                .toList());
    }

    private static void tell(int passages, String line) {
        System.out.printf("BENCH %6d: %s%n", passages, Objects.requireNonNull(line));
    }
}
