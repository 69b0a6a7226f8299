package org.ximen.staffapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.gaps.Result;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class GapsApiTest {
    private static final String GAPS = "/api/staff/gaps";

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void anEditorWorksThroughTheList(TestDatabase database) throws Exception {
        var clock = new SettableClock("2026-11-23T02:00:00Z");
        var office = new Office(database.open(), home);
        office.hire(Role.EDITOR, home, clock.instant());
        ask(office, clock, "wang", "公积金怎么提取");
        ask(office, clock, "li", "公积金怎么提取");
        ask(office, clock, "li", "蓬莱公园几点开门");
        ask(office, clock, "li", "公园早上什么时候能进");
        office.gaps.sweep(clock.instant());
        try (var server = new StaffServer(office, clock)) {
            var list = server.get("editor", GAPS).json();
            assertThat(list.size()).isEqualTo(3);
            assertThat(list.get(0).path("question").asString()).isEqualTo("公积金怎么提取");
            assertThat(list.get(0).path("people").asInt()).isEqualTo(2);
            assertThat(server.get("editor", GAPS + "?size=2&page=1").json().size()).isEqualTo(1);
            long first = list.get(0).path("id").asLong();
            long park = list.get(1).path("id").asLong();
            long other = list.get(2).path("id").asLong();

            var whole = server.get("editor", GAPS + "/" + first).json();
            assertThat(whole.path("questions").size()).isEqualTo(2);
            assertThat(whole.path("questions").get(0).propertyNames()).doesNotContain("person");

            var merged = server.post("editor", at(park, "merge"), "{\"into\":" + other + "}");
            assertThat(merged.json().path("times").asInt()).isEqualTo(2);
            var again = server.post("editor", at(park, "merge"), "{\"into\":" + other + "}");
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.json().propertyNames())
                    .containsExactlyInAnyOrder("error", "message", "next");

            var empty = server.post("editor", at(first, "answer"), "{\"question\":\"公积金\"}");
            assertThat(empty.status()).isEqualTo(400);
            var faq = "{\"question\":\"公积金怎么提取\",\"answer\":\"网上能办。\",\"tell\":true}";
            var answered = server.post("editor", at(first, "answer"), faq).json();
            assertThat(answered.path("told").asInt()).isEqualTo(2);
            assertThat(answered.path("gap").path("state").asString()).isEqualTo("ANSWERED");
            office.outbox.drain(clock.instant());
            assertThat(office.pigeons.carried).hasSize(2);

            var dismissed = server.post("editor", at(other, "dismiss"), "{\"reason\":\"问公园\"}");
            assertThat(dismissed.json().path("note").asString()).isEqualTo("问公园");
            assertThat(server.get("editor", GAPS).json().isEmpty()).isTrue();
            assertThat(server.get("editor", GAPS + "?state=DISMISSED").json().size()).isEqualTo(1);
            assertThat(server.get("editor", GAPS + "?state=x").status()).isEqualTo(400);
            assertThat(server.get("editor", GAPS + "?page=2147483647&size=100").status())
                    .isEqualTo(200);
        }
    }

    private static String at(long gap, String verb) {
        return GAPS + "/" + gap + "/" + verb;
    }

    private static void ask(Office office, SettableClock clock, String who, String question) {
        var person = office.subscriber(who, "", clock.instant());
        office.gaps.note(person, "pigeon", question, Result.REFUSED, 0, clock.instant());
    }
}
