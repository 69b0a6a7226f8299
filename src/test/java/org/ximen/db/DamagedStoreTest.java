package org.ximen.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedStoreTest {
    @TempDir Path home;
    @TempDir Path other;

    /** A data folder as a kill leaves it, with a log of 60 commits, and a copy of the database. */
    private Path killed() throws IOException {
        try (var house = StoreHouse.open(home)) {
            IntStream.range(0, 30).forEach(i -> house.note("before " + i));
            new Backup(house.db(), other.resolve("backup"), 7).make(StoreHouse.NOW);
            IntStream.range(30, 60).forEach(i -> house.note("after " + i));
            house.watch().round(StoreHouse.NOW);
            return house.afterPowerCut(other);
        }
    }

    private Path log() {
        return other.resolve("db/ximen.log");
    }

    private void damage(long at, byte[] bytes) throws IOException {
        try (var file = new RandomAccessFile(log().toFile(), "rw")) {
            file.seek(at);
            file.write(bytes);
        }
    }

    private void assertRefused() throws IOException {
        var before = Files.readAllBytes(log());
        for (int tries = 0; tries < 2; tries++) {
            assertThatThrownBy(() -> StoreHouse.open(other).close())
                    .isInstanceOf(DamagedStore.class)
                    .hasMessageContaining("ximen-20261128-1000.tgz")
                    .hasMessageContaining("java -jar ximen.jar restore");
        }
        assertThat(Files.readAllBytes(log())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
    void twelveZeroedBytesOfTheLogAreNeverSkipped(double where) throws IOException {
        killed();
        damage((long) (Files.size(log()) * where) - 12, new byte[12]);
        assertRefused();
    }

    @Test
    void aLogThatEndsBeforeWhatWasKeptIsNotTakenForAWholeOne() throws IOException {
        killed();
        var lines = Files.readString(log(), StandardCharsets.ISO_8859_1);
        int end = lines.indexOf('\n', lines.length() / 2) + 1;
        Files.writeString(log(), lines.substring(0, end), StandardCharsets.ISO_8859_1);
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO STAFF_AUDIT VALUES(4",
                "INSERT INTO STAFF_AUDIT VALUES(\nCOMMIT/*12345678*/\n",
                "COMM",
                "\0\0\0\0\0\0\0"
            })
    void theEndOfWhatWasNeverAnsweredIsTakenAway(String torn) throws IOException {
        killed();
        Files.writeString(log(), torn, StandardOpenOption.APPEND);
        try (var house = StoreHouse.open(other)) {
            assertThat(house.notes()).isEqualTo(60);
        }
    }

    @Test
    void theLogIsReadWhereTheNoteAboutItIsLost() throws IOException {
        killed();
        Files.writeString(other.resolve("db/ximen.properties"), "");
        try (var house = StoreHouse.open(other)) {
            assertThat(house.notes()).isEqualTo(60);
        }
    }

    @Test
    void aRestoredCopyGivesNoNumberTwice() throws IOException {
        killed();
        try (var witness = Witness.open(other, new StoreHealth())) {
            witness.gave(17, "XM-20261128-0017");
        }
        assertThatThrownBy(() -> StoreHouse.open(other))
                .isInstanceOf(DamagedStore.class)
                .hasMessageContaining("XM-20261128-0017（第 17 件），库里只有 0 件");
        var aside =
                RestoredCopy.put(
                        other.resolve("backup/ximen-20261128-1000.tgz"), other, StoreHouse.NOW);
        assertThat(aside).isDirectoryContaining("glob:**/ximen.log");
        try (var house = StoreHouse.open(other)) {
            assertThat(house.notes()).isEqualTo(30);
            assertThat(new NumberFloors(house.db()).highest("case-20261128")).isEqualTo(17);
        }
        StoreHouse.open(other).close();
    }

    @Test
    void aBadCopyChangesNothing() throws IOException {
        killed();
        var copy = other.resolve("backup/ximen-20261128-1000.tgz");
        var bytes = Files.readAllBytes(copy);
        Files.write(copy, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> RestoredCopy.put(copy, other, StoreHouse.NOW))
                .isInstanceOf(DamagedStore.class)
                .hasMessageContaining("没有动过");
        try (var house = StoreHouse.open(other)) {
            assertThat(house.notes()).isEqualTo(60);
        }
    }

    @Test
    void noCopyIsMadeOfADatabaseThatLostSomething() throws IOException {
        try (var house = StoreHouse.open(home)) {
            var folder = home.resolve("backup");
            var backup = new Backup(house.db(), folder, 7, house.store()::isSound);
            house.note("words");
            backup.sweep(StoreHouse.NOW);
            assertThat(folder).isDirectoryContaining("glob:**/ximen-20261128-1000.tgz");
            house.watch();
            house.db().run(() -> house.db().giving(3, "XM-20261128-0003"));
            backup.sweep(StoreHouse.NOW.plusSeconds(86_400));
            assertThat(BackupCopies.in(folder)).hasSize(1);
        }
    }
}
