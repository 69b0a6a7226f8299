package org.ximen.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class LeaseTest {
    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");

    @ParameterizedTest
    @EnumSource
    void oneMachineHoldsItUntilItDiesOrGivesItBack(TestDatabase database) {
        var db = database.open();
        var one = new Lease(db, "telegram");
        var other = new Lease(db, "telegram");
        assertThat(one.hold(clock.instant())).isTrue();
        assertThat(other.hold(clock.instant())).isFalse();
        assertThat(one.hold(clock.pass(Duration.ofSeconds(10)))).isTrue();
        assertThat(other.hold(clock.pass(Duration.ofSeconds(10)))).isFalse();
        assertThat(other.hold(clock.pass(Duration.ofSeconds(5)))).as("it died").isTrue();
        assertThat(one.hold(clock.instant())).isFalse();
        other.release();
        assertThat(one.hold(clock.instant())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneGetsIt(TestDatabase database) {
        var db = database.open();
        var tries =
                IntStream.range(0, 6)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> new Lease(db, "telegram").hold(clock.instant())))
                        .toList();
        assertThat(tries.stream().filter(CompletableFuture::join)).hasSize(1);
    }
}
