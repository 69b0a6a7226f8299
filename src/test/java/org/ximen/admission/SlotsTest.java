package org.ximen.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {
    @Test
    void oneKeyHasSoManyAndOthersAreNotInItsWay() {
        var slots = new Slots(3, 2, Duration.ZERO);
        var first = slots.take("a");
        slots.take("a");
        assertThatThrownBy(() -> slots.take("a")).isInstanceOf(TooBusy.class);
        slots.take("b");
        assertThatThrownBy(() -> slots.take("c")).isInstanceOf(TooBusy.class);
        first.close();
        slots.take("c");
        assertThat(slots.taken()).isEqualTo(3);
    }

    @Test
    void whoWaitsGetsTheSlotThatIsGivenBack() throws Exception {
        var slots = new Slots(1, 1, Duration.ofMinutes(1));
        var first = slots.take("a");
        var second = CompletableFuture.supplyAsync(() -> slots.take("b"));
        await().until(() -> !second.isDone());
        first.close();
        second.get(1, TimeUnit.MINUTES).close();
        assertThat(slots.taken()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.2, false",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:10.0.0.1, 10.0.0.1, true",
        "fe80::1%eth0, fe80::2%eth1, true",
        "unknown, unknown, true"
    })
    void aCustomersWholeIpv6NetworkCountsAsOne(String one, String other, boolean same) {
        assertThat(Networks.of(one).equals(Networks.of(other))).isEqualTo(same);
    }
}
