package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.Chat;
import org.ximen.testing.Desk;
import org.ximen.testing.Ear;
import org.ximen.testing.Running;

/** The running jar is killed between any two steps of a broadcast and started again. */
class KillBroadcastIT {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @TempDir Path home;

    @Test
    void losesAndDoublesNothingOfABroadcast() {
        try (var running = Running.start("kill-broadcast", home)) {
            var chats = IntStream.range(0, 30).mapToObj(i -> running.chat()).toList();
            var late = chats.getFirst();
            KillIT.survived(running, () -> late.say("subscribe", "/subscribe"));
            chats.forEach(chat -> chat.say("subscribe", "/subscribe"));
            var admin = running.desk("admin");
            var editor = admin.hire("editor", "EDITOR");
            running.killAndReopen();
            long id = editor.write("净土街停水", "本周六9点到15点，净土街因水管抢修停水，请提前储水。");
            running.killAndReopen();
            var ears = new ArrayList<>(chats.stream().skip(1).map(Chat::listen).toList());
            admin.post("/api/staff/notices/" + id + "/approve", Map.of());
            running.killAndReopen();
            assertThat(approve(admin, id)).isEqualTo(409);
            await().atMost(PATIENCE).until(() -> ears.stream().anyMatch(e -> !e.heard().isEmpty()));
            running.killAndReopen();
            ears.forEach(ear -> ear.until(1));
            assertProgress(admin, id, 29, 1);
            running.killAndReopen();
            ears.add(late.listen());
            ears.getLast().until(1);
            assertProgress(admin, id, 30, 0);
            running.killAndReopen();
            assertProgress(admin, id, 30, 0);
            assertAnswers(running);
            ears.forEach(ear -> assertThat(ear.heard()).hasSize(1));
            int repeats = ears.stream().mapToInt(Ear::repeats).sum();
            System.out.println("numbers heard twice by 30 streams in all: " + repeats);
            ears.forEach(Ear::close);
        }
    }

    private static int approve(Desk desk, long id) {
        return desk.tryPost("/api/staff/notices/" + id + "/approve", new byte[0]).status();
    }

    private static void assertProgress(Desk desk, long id, int sent, int pending) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    var notice = desk.get("/api/staff/notices/" + id);
                    assertThat(notice.path("recipients").asInt()).isEqualTo(30);
                    assertThat(notice.path("sent").asInt()).isEqualTo(sent);
                    assertThat(notice.path("pending").asInt()).isEqualTo(pending);
                });
    }

    private static void assertAnswers(Running running) {
        var reply = running.chat().say("ask", "净土街什么时候停水").path(0);
        assertThat(reply.path("kind").asString()).isEqualTo("ANSWER");
        assertThat(reply.path("citations").path(0).path("title").asString()).contains("净土街停水");
    }
}
