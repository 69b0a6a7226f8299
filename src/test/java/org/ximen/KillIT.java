package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.testing.Chat;
import org.ximen.testing.Ear;
import org.ximen.testing.Running;
import org.ximen.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** The running jar is killed between any two steps and started again. */
class KillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final List<String> VERBS =
            List.of("FILE", "DISPATCH", "HANDLE", "VERIFY", "CLOSE");

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void losesAndDoublesNothingOfAReport(TestDatabase database) {
        try (var running = start("kill-report", database)) {
            var chat = running.chat();
            survived(running, () -> chat.say("words", "垃圾没人收"));
            survived(running, () -> chat.stand("place", 31.2178, 121.4862));
            survived(running, () -> chat.show("photo"));
            var receipt = survived(running, () -> chat.choose("submit", "submit")).path(0);
            assertThat(receipt.path("kind").asString()).isEqualTo("RECEIPT");
            var number = receipt.path("case").asString();
            try (var ear = chat.listen()) {
                for (var verb : VERBS) {
                    survivedMove(running, number, verb);
                }
                assertWhole(running, number);
                assertTold(running, chat, ear);
            }
        }
    }

    /** Does a step, kills the product and does the step again, which changes nothing. */
    static JsonNode survived(Running running, Supplier<JsonNode> step) {
        var replies = step.get();
        running.killAndReopen();
        assertThat(step.get()).as("the same message after the kill").isEqualTo(replies);
        return replies;
    }

    private static void survivedMove(Running running, String number, String verb) {
        var admin = running.desk("admin");
        admin.move(number, verb, "已办");
        running.killAndReopen();
        var again =
                admin.tryPost(
                        "/api/staff/cases/" + number + "/moves",
                        "{\"verb\":\"%s\",\"note\":\"已办\"}"
                                .formatted(verb)
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(again.status()).as("the same move after the kill").isEqualTo(409);
    }

    private static void assertWhole(Running running, String number) {
        var admin = running.desk("admin");
        assertThat(texts(admin.get("/api/staff/cases"), "number")).containsExactly(number);
        var item = admin.get("/api/staff/cases/" + number);
        assertThat(item.path("stage").asString()).isEqualTo("CLOSED");
        assertThat(item.path("photos")).hasSize(1);
        assertThat(item.path("location").path("lat").asDouble()).isEqualTo(31.2178);
        assertThat(texts(item.path("history"), "verb").stream().filter(VERBS::contains))
                .containsExactlyElementsOf(VERBS);
    }

    /** A notice comes after all answers that wait, so nothing more is to come behind it. */
    private static void assertTold(Running running, Chat chat, Ear ear) {
        chat.say("subscribe", "/subscribe");
        var admin = running.desk("admin");
        long notice = admin.hire("editor", "EDITOR").write("最后一条", "到此为止。");
        admin.post("/api/staff/notices/" + notice + "/approve", Map.of());
        await().atMost(PATIENCE).until(() -> texts(ear.heard(), "kind").contains("NOTICE"));
        var told = ear.heard();
        assertThat(texts(told, "kind")).endsWith("NOTICE");
        assertThat(texts(told, "text")).doesNotHaveDuplicates();
        assertThat(told).hasSize(VERBS.size() + 1);
        System.out.println("numbers heard twice by the stream: " + ear.repeats());
    }

    @Test
    void keepsOneCaseEachWhenKilledWithManyRequestsInFlight() {
        try (var running = start("kill-many", TestDatabase.HSQLDB)) {
            var chats = IntStream.range(0, 20).mapToObj(i -> running.chat()).toList();
            var receipts = new AtomicInteger();
            var first =
                    IntStream.range(0, chats.size())
                            .mapToObj(i -> attempt(chats.get(i), i, receipts))
                            .toList();
            await().atMost(PATIENCE).until(() -> receipts.get() >= 5);
            running.kill();
            first.forEach(CompletableFuture::join);
            System.out.println("receipts before the kill: " + receipts.get() + " of 20");
            running.again();
            var numbers =
                    IntStream.range(0, chats.size())
                            .mapToObj(i -> report(chats.get(i), i))
                            .toList();
            assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n.startsWith("XM-"));
            assertThat(texts(running.desk("admin").get("/api/staff/cases?size=100"), "number"))
                    .containsExactlyInAnyOrderElementsOf(numbers);
        }
    }

    private static CompletableFuture<Void> attempt(Chat chat, int which, AtomicInteger receipts) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        report(chat, which);
                        receipts.incrementAndGet();
                    } catch (UncheckedIOException e) {
                        // killed meanwhile
                    }
                },
                Thread::startVirtualThread);
    }

    private static String report(Chat chat, int which) {
        chat.say("words", "黄家路%d号门口垃圾没人收".formatted(2 * which + 1));
        var reply = chat.choose("submit", "submit").path(0);
        if (!reply.path("kind").asString().equals("RECEIPT")) {
            reply = chat.choose("new", "new").path(0);
        }
        assertThat(reply.path("kind").asString()).as(reply.toString()).isEqualTo("RECEIPT");
        return reply.path("case").asString();
    }

    @Test
    void refusesASecondProcessOnTheSameHomeInOnePlainSentence() throws Exception {
        try (var running = start("second-process", TestDatabase.HSQLDB)) {
            collectGarbage(running.pid());
            var log = home.resolve("second.log");
            var second = running.another(log);
            assertThat(Running.ended(second, Duration.ofSeconds(60))).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(Files.readAllLines(log))
                    .singleElement()
                    .asString()
                    .contains("正被另一个西门小助使用", "--ximen.home=");
            assertThat(running.chat().say("1", "你好")).hasSize(1);
        }
    }

    // What holds the folder must not be swept up with the garbage.
    private static void collectGarbage(long process) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var collecting =
                new ProcessBuilder(jcmd, Long.toString(process), "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(Running.ended(collecting, Duration.ofSeconds(60))).isTrue();
        assertThat(collecting.exitValue()).isZero();
    }

    @Test
    void endsBySigtermWithinSecondsThoughAStreamIsOpen() {
        try (var running = start("sigterm", TestDatabase.HSQLDB)) {
            var chat = running.chat();
            try (var ear = chat.listen()) {
                chat.say("1", "你好");
                var took = running.stop();
                System.out.println("ended by SIGTERM in " + took.toMillis() + " ms");
                assertThat(took).isLessThan(Duration.ofSeconds(15));
                assertThat(ear.heard()).isEmpty();
            }
            assertThat(running.logged()).doesNotContain("ERROR");
        }
    }

    private Running start(String name, TestDatabase database) {
        var running =
                switch (database) {
                    case HSQLDB -> Running.start(name, home.resolve("home"));
                    case POSTGRESQL ->
                            Running.start(
                                    name + "-postgresql",
                                    home.resolve("home"),
                                    "--spring.datasource.url=" + database.address(),
                                    "--spring.datasource.username=postgres");
                };
        System.out.println(
                name + " on " + database + ": open in " + running.opening().toMillis() + " ms");
        return running;
    }

    static List<String> texts(Iterable<JsonNode> nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.path(field).asString("")));
        return texts;
    }
}
