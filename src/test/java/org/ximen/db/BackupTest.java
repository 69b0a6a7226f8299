package org.ximen.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class BackupTest {
    private static final String OPTIONS =
            ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.default_table_type=cached;"
                    + "hsqldb.lock_file=false;sql.syntax_pgs=true";

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");

    @TempDir Path home;

    private Db open(Path folder) {
        var address = "jdbc:hsqldb:file:" + folder.resolve("ximen") + OPTIONS;
        return TestDatabase.db(TestDatabase.dataSource(address));
    }

    private static long rows(Db db) {
        return db.client().sql("select count(*) from staff_audit").query(Long.class).single();
    }

    private static void note(Db db, int number) {
        db.client()
                .sql(
                        """
                        insert into staff_audit (who, what, on_what, done_at)
                        values ('x', 'y', ?, current_timestamp)
                        """)
                .param("n" + number)
                .update();
    }

    @Test
    void aCopyMadeWhileOthersWriteOpensAgainWithWhatWasKept() throws Exception {
        var db = open(home.resolve("db"));
        IntStream.range(0, 200).forEach(i -> note(db, i));
        var writer =
                Thread.ofVirtual().start(() -> IntStream.range(200, 400).forEach(i -> note(db, i)));
        var copy = new Backup(db, home.resolve("backup"), 7).make(clock.instant());
        writer.join();
        assertThat(copy).hasFileName("ximen-20261123-1000.tgz");
        assertThat(Files.getPosixFilePermissions(copy.getParent()))
                .allMatch(permission -> permission.name().startsWith("OWNER"));
        var restored = open(unpacked(copy));
        assertThat(rows(restored)).isBetween(200L, 400L);
    }

    private Path unpacked(Path copy) throws IOException, InterruptedException {
        var folder = Files.createDirectories(home.resolve("restored"));
        var tar = new ProcessBuilder("tar", "xzf", copy.toString(), "-C", folder.toString());
        assertThat(tar.inheritIO().start().waitFor()).isZero();
        return folder;
    }

    @Test
    void makesOneADayAndKeepsTheNewest() throws IOException {
        var db = open(home.resolve("db"));
        var folder = home.resolve("backup");
        var backup = new Backup(db, folder, 3);
        for (int hour = 0; hour < 24 * 6; hour++) {
            backup.sweep(clock.instant());
            clock.pass(Duration.ofHours(1));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .hasSize(3)
                    .last()
                    .asString()
                    .isEqualTo("ximen-20261129-0000.tgz");
        }
    }

    @Test
    void theEmptyCopyOfAFirstStartIsMadeAnewUntilTheDayIsOver() throws IOException {
        var db = open(home.resolve("db"));
        var folder = home.resolve("backup");
        var backup = new Backup(db, folder, 7);
        for (int hour = 0; hour < 20; hour++) {
            backup.sweep(clock.instant());
            clock.pass(Duration.ofHours(1));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "ximen-20261123-2300.tgz", "ximen-20261124-0000.tgz");
        }
    }

    @Test
    void whereOneCopyIsKeptItIsMadeOnceADay() throws IOException {
        var folder = home.resolve("backup");
        var backup = new Backup(open(home.resolve("db")), folder, 1);
        for (int hour = 0; hour < 20; hour++) {
            backup.sweep(clock.instant());
            clock.pass(Duration.ofHours(1));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly("ximen-20261124-0000.tgz");
        }
    }

    @Test
    void whatADeadMachineLeftHalfWrittenIsNotTheCopyOfTheDay() throws IOException {
        var db = open(home.resolve("db"));
        var folder = Files.createDirectories(home.resolve("backup"));
        Files.writeString(folder.resolve("unfinished.tgz"), "half");
        new Backup(db, folder, 3).sweep(clock.instant());
        assertThat(folder).isDirectoryContaining("glob:**/ximen-20261123-1000.tgz");
        assertThat(folder.resolve("unfinished.tgz")).doesNotExist();
    }

    @Test
    void makesNoneWhereNoneAreWanted() {
        var db = open(home.resolve("db"));
        new Backup(db, home.resolve("backup"), 0).sweep(clock.instant());
        assertThat(home.resolve("backup")).doesNotExist();
    }
}
