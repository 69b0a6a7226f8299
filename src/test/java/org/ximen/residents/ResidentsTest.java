package org.ximen.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.testing.TestDatabase;

class ResidentsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Sender WANG = new Sender("web", "wang");
    private static final Sender LI = new Sender("web", "li");

    @ParameterizedTest
    @EnumSource
    void meetsTheSamePersonEachTimeEvenWhenManyMessagesComeAtOnce(TestDatabase database)
            throws Exception {
        var residents = new Residents(database.open());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 20)
                            .<Callable<Person>>mapToObj(i -> () -> residents.meet(WANG, NOW))
                            .toList();
            var met = pool.invokeAll(calls);
            for (var person : met) {
                assertThat(person.get()).isEqualTo(met.getFirst().get());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheRightSubscribers(TestDatabase database) {
        var residents = new Residents(database.open());
        var wang = residents.meet(WANG, NOW);
        var li = residents.meet(LI, NOW);
        residents.meet(new Sender("web", "nobody"), NOW);
        residents.subscribe(wang, "310101019003", NOW);
        residents.subscribe(wang, "310101019003", NOW);
        residents.subscribe(li, Residents.WHOLE_STREET, NOW);
        residents.profile(li, Profile.MERCHANT);

        var everybody = new Audience(Set.of(), Set.of());
        assertThat(residents.subscribers(everybody, 0, 10))
                .extracting(Person::sender)
                .containsExactly(WANG, LI);
        assertThat(residents.subscribers(everybody, wang.id(), 10))
                .extracting(Person::sender)
                .containsExactly(LI);
        assertThat(residents.subscribers(everybody, 0, 1)).hasSize(1);
        assertThat(residents.count(new Audience(Set.of("310101019003"), Set.of()))).isEqualTo(1);
        assertThat(residents.count(new Audience(Set.of(), Set.of(Profile.MERCHANT)))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aBlockedChatIsNoRecipientUntilItComesBack(TestDatabase database) {
        var residents = new Residents(database.open());
        var wang = residents.meet(WANG, NOW);
        residents.subscribe(wang, Residents.WHOLE_STREET, NOW);
        residents.reachable(WANG, false);
        assertThat(residents.count(new Audience(Set.of(), Set.of()))).isZero();
        residents.reachable(WANG, true);
        assertThat(residents.count(new Audience(Set.of(), Set.of()))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void unsubscribesAndForgets(TestDatabase database) {
        var residents = new Residents(database.open());
        var wang = residents.meet(WANG, NOW);
        residents.subscribe(wang, "310101019003", NOW);
        residents.subscribe(wang, Residents.WHOLE_STREET, NOW);
        assertThat(residents.unsubscribe(wang, "310101019003")).isTrue();
        assertThat(residents.unsubscribe(wang, "310101019003")).isFalse();
        assertThat(residents.subscriptions(wang)).containsExactly("");
        residents.forget(wang);
        assertThat(residents.find(wang.id())).isEmpty();
        assertThat(residents.meet(WANG, NOW).id()).isNotEqualTo(wang.id());
    }
}
