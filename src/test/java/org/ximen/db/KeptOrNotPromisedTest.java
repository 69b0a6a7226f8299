package org.ximen.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class KeptOrNotPromisedTest {
    private final FailingDisk disk = new FailingDisk();

    @TempDir Path home;
    @TempDir Path other;

    @ParameterizedTest
    @EnumSource(value = FailingDisk.Mood.class, mode = Mode.EXCLUDE, names = "WELL")
    void whatDoesNotReachTheDiskIsNotPromisedUntilItDoes(FailingDisk.Mood trouble)
            throws IOException {
        try (var house = StoreHouse.open(home, disk::open)) {
            IntStream.range(0, 20).forEach(i -> house.note("before " + i));
            disk.is(trouble);
            assertThatThrownBy(() -> house.note("the first that fails"))
                    .isInstanceOf(NotKept.class)
                    .hasMessageContaining("日志写不进磁盘");
            assertThatThrownBy(() -> house.note("refused at once")).isInstanceOf(NotKept.class);
            assertThat(house.health().trouble()).isPresent();
            try (var dead = StoreHouse.open(house.afterPowerCut(other))) {
                assertThat(dead.notes()).isBetween(20L, 21L);
            }
            disk.is(FailingDisk.Mood.WELL);
            house.watch().round(StoreHouse.NOW);
            assertThat(house.health().trouble()).isEmpty();
            house.note("after");
            assertThat(house.notes()).isEqualTo(22);
        }
        try (var again = StoreHouse.open(home)) {
            assertThat(again.notes()).isEqualTo(22);
        }
    }

    @Test
    void whatWasRefusedIsWholeAfterAPowerCutOnceTheDiskHadRoomAgain() throws IOException {
        try (var house = StoreHouse.open(home, disk::open)) {
            disk.is(FailingDisk.Mood.FULL);
            assertThatThrownBy(() -> house.note("kept later")).isInstanceOf(NotKept.class);
            disk.is(FailingDisk.Mood.WELL);
            house.watch().round(StoreHouse.NOW);
            IntStream.range(0, 50).forEach(i -> house.note("after " + i));
            try (var dead = StoreHouse.open(house.afterPowerCut(other))) {
                assertThat(dead.notes()).isEqualTo(51);
            }
        }
    }

    @Test
    void aCheckpointBeginsAnotherLog() {
        try (var house = StoreHouse.open(home)) {
            IntStream.range(0, 50).forEach(i -> house.note("words " + i));
            long before = house.log().toFile().length();
            assertThat(house.store().checkpoint(false)).isTrue();
            assertThat(house.log().toFile().length()).isLessThan(before);
            house.note("goes on");
            assertThat(house.store().checkpoint(true)).isTrue();
            assertThat(house.notes()).isEqualTo(51);
        }
    }

    @Test
    void aDatabaseThatFailedIsOpenedAnewFromItsFiles() {
        try (var house = StoreHouse.open(home)) {
            house.note("kept");
            house.health().raise(StoreHealth.Part.DATABASE, "a row could not be written", null);
            assertThatThrownBy(() -> house.note("refused")).isInstanceOf(NotKept.class);
            house.watch().round(StoreHouse.NOW);
            assertThat(house.health().trouble()).isEmpty();
            house.note("again");
            assertThat(house.notes()).isEqualTo(2);
        }
    }
}
