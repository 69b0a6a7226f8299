package org.ximen.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.residents.Person;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

class HandoffTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void whoAsksIsToldTheirPlaceAndTheOfficeHours(TestDatabase database) {
        var office = new Office(database.open(), home);
        var first = office.handoff.ask(person(office, "first"), "怎么办居住证", NOW);
        var second = office.handoff.ask(person(office, "second"), null, NOW);
        assertThat(office.handoff.receipt(first, NOW)).contains("前面没有人在等", "工作时间");
        assertThat(office.handoff.receipt(second, EVENING))
                .contains("前面还有 1 人在等", "非工作时间", "11月24日 08:00");
        assertThat(office.handoff.ask(person(office, "first"), "又问", NOW).id())
                .isEqualTo(first.id());
    }

    @ParameterizedTest
    @EnumSource
    void theBotIsSilentWhileAPersonTalks(TestDatabase database) {
        var office = new Office(database.open(), home);
        var person = person(office, "wang");
        var desk = desk(office);
        var id = office.handoff.ask(person, "想找人", NOW).id();
        assertThat(office.handoff.silences(person.sender())).isFalse();
        office.handoff.claim(id, desk, NOW);
        assertThat(office.handoff.silences(person.sender())).isTrue();
        assertThat(office.handoff.relay(person.sender(), "我家漏水", NOW))
                .isEqualTo(Handoff.Relayed.KEPT);
        var ticket = office.handoff.say(id, desk, "马上来看", NOW);
        assertThat(ticket.lines()).extracting(Ticket.Line::text).containsExactly("我家漏水", "马上来看");
        office.handoff.close(id, desk, NOW);
        assertThat(office.handoff.silences(person.sender())).isFalse();
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .satisfiesExactly(
                        one -> assertThat(one).contains("工作人员已接入"),
                        two -> assertThat(two).contains("工作人员：马上来看"),
                        three -> assertThat(three).contains("人工服务已结束"));
    }

    @ParameterizedTest
    @EnumSource
    void theResidentCanEndItWithOneWord(TestDatabase database) {
        var office = new Office(database.open(), home);
        var person = person(office, "wang");
        var id = office.handoff.ask(person, null, NOW).id();
        assertThat(office.handoff.relay(person.sender(), "结束", NOW))
                .isEqualTo(Handoff.Relayed.NOBODY);
        office.handoff.claim(id, desk(office), NOW);
        assertThat(office.handoff.relay(person.sender(), " 結束 ", NOW))
                .isEqualTo(Handoff.Relayed.ENDED);
        assertThat(office.handoff.open(person.sender())).isEmpty();
        assertThatThrownBy(() -> office.handoff.say(id, desk(office), "还在吗", NOW))
                .hasMessageContaining("已结束");
    }

    @ParameterizedTest
    @EnumSource
    void onlyOneTakesATicketAndOnlyTheyTalk(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = office.handoff.ask(person(office, "wang"), null, NOW).id();
        office.handoff.claim(id, desk(office), NOW);
        var other = office.hire(Role.EDITOR, home, NOW);
        assertThatThrownBy(() -> office.handoff.claim(id, other, NOW))
                .hasMessageContaining("已有人接听");
        assertThatThrownBy(() -> office.handoff.say(id, other, "我来", NOW))
                .hasMessageContaining("由 dispatcher 接听");
        assertThatThrownBy(() -> office.handoff.list(office.hire(Role.HANDLER, home, NOW)))
                .hasMessageContaining("接待居民");
    }

    @ParameterizedTest
    @EnumSource
    void letsGoOfAPersonWithEverythingSaid(TestDatabase database) {
        var office = new Office(database.open(), home);
        var person = person(office, "wang");
        var id = office.handoff.ask(person, "想找人", NOW).id();
        office.handoff.claim(id, desk(office), NOW);
        office.handoff.relay(person.sender(), "我家漏水", NOW);
        var holding = office.handoff.holding();
        assertThat(holding.export().of(person)).singleElement().asString().contains("我家漏水");
        holding.erase().person(person, NOW);
        assertThat(holding.export().of(person)).isEmpty();
        assertThat(office.handoff.list(desk(office))).isEmpty();
    }

    private static Person person(Office office, String address) {
        return office.subscriber(address, "", NOW);
    }

    private StaffMember desk(Office office) {
        return office.hire(Role.DISPATCHER, home, NOW);
    }
}
