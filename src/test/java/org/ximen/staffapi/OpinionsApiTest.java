package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.opinions.NewOpinion;
import org.ximen.opinions.Opinion;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class OpinionsApiTest {
    private static final String OPINIONS = "/api/staff/opinions";

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void theDeskReadsAnswersAndPassesOn(TestDatabase database) throws Exception {
        var clock = new SettableClock("2026-11-23T02:00:00Z");
        var office = new Office(database.open(), home);
        office.hire(Role.EDITOR, home, clock.instant());
        long suggestion = take(office, clock, Opinion.Kind.SUGGESTION, "文庙路加一排长椅");
        long praise = take(office, clock, Opinion.Kind.PRAISE, "环卫工人真负责");
        try (var server = new StaffServer(office, clock)) {
            var list = server.get("editor", OPINIONS).json();
            assertThat(list.size()).isEqualTo(2);
            var first = list.get(0);
            assertThat(first.path("number").asString()).isEqualTo("JY-20261123-001");
            assertThat(first.path("due").asString()).isEqualTo("2026-12-14T02:00:00Z");
            assertThat(first.path("overdue").asBoolean()).isFalse();
            assertThat(first.propertyNames()).doesNotContain("person");
            assertThat(server.get("editor", OPINIONS + "?kind=PRAISE&state=OPEN").json().size())
                    .isEqualTo(1);
            assertThat(server.get("editor", OPINIONS + "?size=1&page=1").json().size())
                    .isEqualTo(1);
            assertThat(server.get("editor", OPINIONS + "?kind=x").status()).isEqualTo(400);
            assertThat(server.get("editor", OPINIONS + "?state=x").status()).isEqualTo(400);

            var half = server.post("editor", at(suggestion, "answer"), "{\"result\":\"ADOPTED\"}");
            assertThat(half.status()).isEqualTo(400);
            assertThat(half.json().propertyNames())
                    .containsExactlyInAnyOrder("error", "message", "next");
            var body = "{\"result\":\"ADOPTED\",\"reason\":\"下月就装\"}";
            var answered = server.post("editor", at(suggestion, "answer"), body).json();
            assertThat(answered.path("settled").path("result").asString()).isEqualTo("ADOPTED");
            assertThat(server.post("editor", at(suggestion, "answer"), body).status())
                    .isEqualTo(409);
            assertThat(server.post("editor", at(praise, "answer"), body).status()).isEqualTo(409);

            var nobody = "{\"department\":\"绿化市容所\"}";
            assertThat(server.post("editor", at(praise, "pass-on"), nobody).status())
                    .isEqualTo(409);
            var told = "{\"department\":\"绿化市容所\",\"otherwise\":\"打电话告诉了所长\"}";
            var passed = server.post("editor", at(praise, "pass-on"), told).json();
            assertThat(passed.path("state").asString()).isEqualTo("PASSED_ON");
            assertThat(server.get("editor", OPINIONS + "/" + praise).json()).isEqualTo(passed);
            office.outbox.drain(clock.instant());
            assertThat(office.pigeons.carried).hasSize(2);
        }
    }

    private static String at(long id, String verb) {
        return OPINIONS + "/" + id + "/" + verb;
    }

    private static long take(Office office, SettableClock clock, Opinion.Kind kind, String words) {
        var person = office.subscriber("wang", "", clock.instant());
        var said = new NewOpinion(kind, words, null, null);
        return office.opinions.take(said, person, clock.instant()).id();
    }
}
