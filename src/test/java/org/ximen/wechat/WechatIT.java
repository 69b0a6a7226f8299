package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.played.Follower;
import org.ximen.played.PlayedWechat;
import org.ximen.testing.Running;

/** The running jar behind a played WeChat. */
class WechatIT {
    private static final int PEOPLE = 5000;
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String TITLE = "净土街停水";

    @TempDir Path home;
    private final PlayedWechat played = PlayedWechat.start(InstantSource.system()).encrypted();

    @AfterEach
    void close() {
        played.close();
    }

    private Running start() {
        var running =
                Running.start(
                        "wechat-broadcast",
                        home,
                        "--ximen.wechat.api=" + played.base(),
                        "--ximen.wechat.app-id=" + PlayedWechat.APP_ID,
                        "--ximen.wechat.secret=" + PlayedWechat.SECRET,
                        "--ximen.wechat.token=" + PlayedWechat.TOKEN,
                        "--ximen.wechat.aes-key=" + PlayedWechat.AES_KEY,
                        "--ximen.wechat.limits.per-second=0");
        played.bringTo(running.at("/wechat/callback"));
        return running;
    }

    @Test
    void aBroadcastThatIsKilledTwiceReachesNobodyTwice() throws Exception {
        try (var running = start()) {
            var people = IntStream.range(0, PEOPLE).mapToObj(i -> played.person("户" + i)).toList();
            try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
                people.forEach(person -> threads.execute(() -> person.say("/subscribe")));
            }
            await().atMost(PATIENCE)
                    .until(() -> people.stream().allMatch(person -> person.inbox().size() == 1));
            var admin = running.desk("admin");
            long id = admin.hire("editor", "EDITOR").write(TITLE, "本周六9点到15点停水，请提前储水。");
            admin.post("/api/staff/notices/" + id + "/approve", Map.of());
            for (int kill = 1; kill <= 2; kill++) {
                long some = played.count("message/custom/send") + PEOPLE / 4;
                await().atMost(PATIENCE).until(() -> played.count("message/custom/send") >= some);
                running.killAndReopen();
            }
            var address = "/api/staff/notices/" + id;
            await().atMost(PATIENCE).until(() -> admin.get(address).path("pending").asInt() == 0);
            var progress = admin.get(address);
            long reached = people.stream().filter(person -> notices(person) == 1).count();
            assertThat(people).allMatch(person -> notices(person) <= 1);
            System.out.println("wechat-broadcast: reached " + reached + ", " + progress);
            assertThat(progress.path("recipients").asInt()).isEqualTo(PEOPLE);
            assertThat(progress.path("sent").asInt() + progress.path("unknown").asInt())
                    .isEqualTo(PEOPLE);
            // What was under way at a kill is told as unknown, and is no more than fits at once.
            assertThat(progress.path("unknown").asInt()).isLessThanOrEqualTo(2 * 32);
            assertThat(reached).isGreaterThanOrEqualTo(progress.path("sent").asInt());
            assertThat(running.logged())
                    .doesNotContain(people.getFirst().openid())
                    .doesNotContain(PlayedWechat.SECRET);
        }
    }

    private static long notices(Follower person) {
        return person.inbox().stream().filter(heard -> heard.text().contains(TITLE)).count();
    }
}
