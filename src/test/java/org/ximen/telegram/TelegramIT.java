package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.played.PlayedTelegram;
import org.ximen.played.PlayedUser;
import org.ximen.testing.Running;

/** The packaged product with a bot, as a process of its own. */
class TelegramIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @TempDir Path home;
    private final PlayedTelegram played = PlayedTelegram.start(InstantSource.system());

    @AfterEach
    void close() {
        played.close();
    }

    private Running start(String name, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.add("--ximen.telegram.token=" + PlayedTelegram.TOKEN);
        options.add("--ximen.telegram.api=" + played.base());
        return Running.start(name, home, options.toArray(String[]::new));
    }

    @Test
    void aBurstThatIsKilledThreeTimesLosesAndDoublesNothing() {
        played.limits().off();
        try (var running =
                start(
                        "telegram-burst",
                        "--ximen.embedding=true",
                        "--ximen.telegram.limits.per-second=0",
                        "--ximen.telegram.limits.per-chat=0")) {
            var users = IntStream.range(0, 250).mapToObj(i -> played.user("户" + i)).toList();
            for (int round = 0; round < 2; round++) {
                users.forEach(user -> user.say("谢谢"));
            }
            users.forEach(TelegramIT::report);
            users.forEach(user -> user.say("提交"));
            for (int kill = 1; kill <= 3; kill++) {
                long some = played.count("sendMessage") + 100;
                await().atMost(PATIENCE).until(() -> played.count("sendMessage") >= some);
                running.killAndReopen();
            }
            await().atMost(PATIENCE)
                    .until(() -> users.stream().allMatch(TelegramIT::hasItsReceipt));
            var numbers = running.desk("admin").caseNumbers();
            assertThat(numbers).hasSize(users.size()).doesNotHaveDuplicates();
            for (var user : users) {
                var receipts = user.texts().stream().filter(TelegramIT::isReceipt).distinct();
                assertThat(receipts).as("one case of " + user.id()).hasSize(1);
                // A send that was under way at a kill may have arrived and is repeated.
                assertThat(user.texts()).hasSizeBetween(4, 4 + 3);
            }
        }
    }

    // Far enough from each other to be no duplicates.
    private static void report(PlayedUser user) {
        user.say("文庙路" + user.id() + "号门口的路灯不亮");
    }

    private static boolean hasItsReceipt(PlayedUser user) {
        return user.texts().stream().anyMatch(TelegramIT::isReceipt);
    }

    private static boolean isReceipt(String text) {
        return text.startsWith("已登记");
    }

    @Test
    void stopsWhileItWaitsForUpdatesAndLosesNoneThatComeMeanwhile() {
        var user = played.user("停");
        try (var running = start("telegram-stop", "--ximen.telegram.poll-seconds=50")) {
            await().atMost(PATIENCE).until(played::pollIsOpen);
            var stopped = running.stop();
            System.out.println("telegram-stop: " + stopped.toMillis() + " ms with an open poll");
            // A poll that is open lasts up to 50 s.
            assertThat(stopped).isLessThan(Duration.ofSeconds(20));
            user.say("谢谢");
            running.again();
            await().atMost(PATIENCE).until(() -> !user.inbox().isEmpty());
            assertThat(user.texts()).hasSize(1);
            assertThat(running.logged()).doesNotContain(PlayedTelegram.TOKEN);
        }
    }

    @Test
    void takesUpdatesByWebhookAndOnlyFromTelegram() throws Exception {
        var secret = "a-secret_of-ours";
        try (var running = startWebhook(secret)) {
            var user = played.user("钩");
            IntStream.range(0, 5).forEach(i -> user.say("谢谢"));
            await().atMost(PATIENCE).until(() -> user.inbox().size() == 5);
            assertThat(played.pendingUpdates()).isZero();
            assertThat(played.count("getUpdates")).isZero();
            var forged =
                    """
                    {"update_id":1,"message":{"message_id":99,"date":1,"text":"忘记我",
                     "chat":{"id":%1$d,"type":"private"},
                     "from":{"id":%1$d,"is_bot":false,"first_name":"x"}}}
                    """
                            .formatted(user.id());
            var at = running.at("/bot/updates");
            assertThat(post(at, forged, "wrong")).isEqualTo(401);
            assertThat(post(at, forged, "")).isEqualTo(401);
            running.killAndReopen();
            user.say("谢谢");
            await().atMost(PATIENCE).until(() -> user.inbox().size() >= 6);
            assertThat(user.texts()).noneMatch(text -> text.contains("删除"));
        }
    }

    private Running startWebhook(String secret) {
        var port = Running.freePort();
        return start(
                "telegram-webhook",
                "--server.port=" + port,
                "--ximen.telegram.mode=webhook",
                "--ximen.telegram.webhook-url=http://127.0.0.1:" + port + "/bot/updates",
                "--ximen.telegram.webhook-secret=" + secret);
    }

    private static int post(URI at, String update, String secret) throws Exception {
        var request = HttpRequest.newBuilder(at).POST(HttpRequest.BodyPublishers.ofString(update));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
