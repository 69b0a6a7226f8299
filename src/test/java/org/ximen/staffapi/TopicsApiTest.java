package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.cases.Draft;
import org.ximen.chat.Sender;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

/** What comes back, over HTTP, in one life. */
class TopicsApiTest {
    private static final String TOPICS = "/api/staff/topics";
    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:00:00Z");

    @TempDir Path home;

    @Test
    void aSignIsRaisedTreatedAndEnded() throws Exception {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var now = CLOCK.instant();
        office.hire(Role.DISPATCHER, home, now);
        office.hire(Role.VERIFIER, home, now);
        var area = office.district.area("大林居委会").orElseThrow().code();
        office.accounts.create(
                new NewAccount("patrol", Office.PASSWORD, Role.HANDLER, "城管中队", List.of(area)),
                office.accounts.find("admin").orElseThrow(),
                now);
        for (var who : List.of("li", "wang", "zhao")) {
            report(office, who, now.minus(Duration.ofDays(who.length())));
        }
        office.topics.sweep(now);
        try (var server = new StaffServer(office, CLOCK)) {
            var sign = server.get("dispatcher", TOPICS).json().get(0);
            assertThat(sign.path("title").asString()).isEqualTo("曹家街2弄 · 暴露垃圾");
            assertThat(sign.path("counted").path("people").asInt()).isEqualTo(3);
            var steps = TOPICS + "/" + sign.path("id").asLong() + "/steps";
            assertThat(server.post("verifier", steps, "{\"step\":\"RAISE\"}").status())
                    .isEqualTo(403);
            assertThat(server.post("dispatcher", steps, "{\"step\":\"JUMP\"}").json().toString())
                    .contains("RAISE、DISMISS");
            var raise =
                    "{\"step\":\"RAISE\",\"owner\":\"verifier\",\"reviewOn\":\"2026-12-23\","
                            + "\"what\":\"加一只桶\",\"department\":\"绿化市容所\"}";
            var raised = server.post("dispatcher", steps, raise);
            assertThat(raised.json().path("topic").path("state").asString()).isEqualTo("OPEN");
            assertThat(raised.json().path("cases")).hasSize(3);
            assertThat(server.post("dispatcher", steps, raise).status()).isEqualTo(409);
            long measure = raised.json().path("measures").get(0).path("id").asLong();
            var done = "{\"step\":\"DONE\",\"measure\":" + measure + "}";
            var seen = server.post("dispatcher", steps, done).json().path("measures").get(0);
            assertThat(seen.path("done").asString()).isEqualTo("2026-11-23");
            var lend = "{\"step\":\"MEASURE\",\"what\":\"巡查\",\"department\":\"城管中队\"}";
            server.post("dispatcher", steps, lend);
            var ofUnit = server.get("patrol", steps.replace("/steps", ""));
            assertThat(ofUnit.json().path("measures")).hasSize(2);
            assertThat(ofUnit.json().path("cases")).as("not theirs to see").isEmpty();
            assertThat(server.post("dispatcher", steps, "{\"step\":\"END\"}").json().toString())
                    .contains("请填写 result");
            var end = "{\"step\":\"END\",\"result\":\"桶加好了\"}";
            var ended = server.post("dispatcher", steps, end).json();
            assertThat(ended.path("asked").asInt()).isEqualTo(3);
            assertThat(ended.path("effects").get(0).path("before").asInt()).isEqualTo(3);
            assertThat(server.get("verifier", TOPICS + "?state=ENDED").json()).hasSize(1);
            assertThat(server.get("verifier", TOPICS + "?state=GONE").status()).isEqualTo(400);
        }
    }

    private static void report(Office office, String who, Instant at) {
        var person = office.residents.meet(new Sender("pigeon", who), at);
        var place = office.district.placeIn("曹家街2弄").orElseThrow();
        var draft = new Draft("垃圾没人收", "E0110", place, List.of(), false, false);
        office.cases.report(draft, person.id(), person.sender(), at);
    }
}
