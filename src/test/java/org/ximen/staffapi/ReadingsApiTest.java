package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.staff.Role;
import org.ximen.testing.HeardWords;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Act;

class ReadingsApiTest {
    private static final String READINGS = "/api/staff/readings";

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void staffJudgeAndTakeBack(TestDatabase database) throws Exception {
        var clock = new SettableClock("2026-11-23T02:00:00Z");
        var office = new Office(database.open(), home);
        office.hire(Role.EDITOR, home, clock.instant());
        var wang = office.residents.meet(new Sender("pigeon", "wang"), clock.instant());
        var words = HeardWords.of("文庙路215号棋牌桌", Act.ASK, .4, Act.REPORT, .3);
        office.readings.heard(wang, words.message(), clock.instant());
        try (var server = new StaffServer(office, clock)) {
            var first = server.get("editor", READINGS).json().get(0);
            assertThat(first.path("words").asString()).isEqualTo("文庙路*号棋牌桌");
            assertThat(first.path("act").asString()).isEqualTo("ASK");
            assertThat(first.path("why").asString()).isEqualTo("UNSURE");
            assertThat(first.propertyNames()).doesNotContain("person");
            var one = READINGS + "/" + first.path("id").asLong();
            assertThat(server.post("editor", one + "/judge", "{\"act\":\"x\"}").status())
                    .isEqualTo(400);
            assertThat(server.get("editor", READINGS + "/model").json().path("waiting").asBoolean())
                    .isFalse();
            var judged = server.post("editor", one + "/judge", "{\"act\":\"REPORT\"}").json();
            assertThat(judged.path("judgement").path("said").path("act").asString())
                    .isEqualTo("REPORT");
            assertThat(server.get("editor", READINGS).json().size()).isZero();
            assertThat(server.get("editor", READINGS + "?judged=true").json().size()).isOne();
            assertThat(server.get("editor", READINGS + "/model").json().path("waiting").asBoolean())
                    .isTrue();
            assertThat(server.post("editor", one + "/revoke", "{}").status()).isEqualTo(200);
            assertThat(server.post("editor", one + "/revoke", "{}").status()).isEqualTo(409);
            assertThat(server.get("editor", one).json().path("judgement").isNull()).isTrue();
        }
    }
}
