package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.Chat;
import org.ximen.testing.Http;
import org.ximen.testing.Running;

/** The running jar on a disk of its own, a small one that fills up. Only root can make one. */
class FullDiskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECE = 1 << 16;

    @TempDir Path folder;
    private Path disk;
    private int said;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        if (!did("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString())) {
            var message = "no small disk can be made here, only root may mount one";
            System.err.println("SKIPPED A TEST OF THE FULL DISK: " + message);
            Assumptions.abort(message);
        }
    }

    @AfterEach
    void unmount() throws IOException {
        did("umount", "--lazy", disk.toString());
    }

    private static boolean did(String... command) throws IOException {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whatWasPromisedIsKeptAndNothingIsPromisedThatIsNot() throws IOException {
        var home = disk.resolve("home");
        List<String> kept = new ArrayList<>();
        try (var running = Running.startJar("full-disk", home)) {
            refusesAPhotoForTheLastOfTheDiskIsForMessages(running);
            report(running, 5, kept);
            assertThat(kept).hasSize(5);
            var filler = fill();
            report(running, 10, kept);
            await().atMost(PATIENCE).until(() -> health(running) == 503);
            int before = kept.size();
            report(running, 5, kept);
            assertThat(kept).as("promised while the disk is full").hasSize(before);
            Files.delete(filler);
            await().atMost(PATIENCE).until(() -> health(running) == 200);
            report(running, 4, kept);
            assertThat(kept).hasSize(before + 4).doesNotHaveDuplicates();
            running.killAndReopen();
            assertThat(running.desk("admin").caseNumbers())
                    .containsAll(kept)
                    .doesNotHaveDuplicates();
            givesNoNumberAgainAfterACopyIsPutBack(running, home, kept);
        }
    }

    private static void refusesAPhotoForTheLastOfTheDiskIsForMessages(Running running) {
        var answer = running.chat().upload("1", "photo.jpg", Chat.picture());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("暂时收不了照片，文字照常能收");
    }

    private void givesNoNumberAgainAfterACopyIsPutBack(
            Running running, Path home, List<String> kept) throws IOException {
        var highest = kept.stream().max(String::compareTo).orElseThrow();
        running.stop();
        var said = folder.resolve("restore.log");
        var copy = oldestCopy(home);
        var restoring =
                Running.jar(said, List.of("restore", copy.toString(), "--ximen.home=" + home));
        assertThat(Running.ended(restoring, PATIENCE)).isTrue();
        assertThat(Files.readString(said)).contains("已恢复", copy.getFileName().toString());
        assertThat(restoring.exitValue()).isZero();
        running.again();
        assertThat(running.desk("admin").caseNumbers()).isEmpty();
        List<String> fresh = new ArrayList<>();
        report(running, 1, fresh);
        assertThat(fresh).singleElement().asString().isGreaterThan(highest);
    }

    private static Path oldestCopy(Path home) throws IOException {
        try (var copies = Files.list(home.resolve("backup"))) {
            return copies.filter(file -> file.toString().endsWith(".tgz"))
                    .min(Path::compareTo)
                    .orElseThrow();
        }
    }

    /** Writes until nothing more goes on the disk. */
    private Path fill() throws IOException {
        var filler = disk.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[PIECE]);
            }
        } catch (IOException e) {
            assertThat(Files.getFileStore(disk).getUsableSpace()).isLessThan(PIECE);
            return filler;
        }
    }

    private static int health(Running running) {
        return Http.get(running.at("/actuator/health")).status();
    }

    /** Reports so many cases; adds the numbers of those that were promised. */
    private void report(Running running, int many, List<String> kept) {
        for (int i = 0; i < many; i++) {
            // Far enough from each other to be no duplicates.
            report(running.chat(), "黄家路%d号门口垃圾没人收".formatted(2 * said++ + 1)).ifPresent(kept::add);
        }
    }

    private static Optional<String> report(Chat chat, String words) {
        return sent(chat, "words", "text", words)
                .flatMap(drafted -> sent(chat, "submit", "choice", "submit"))
                .flatMap(reply ->
                        reply.body().contains("RECEIPT")
                                ? Optional.of(reply)
                                : sent(chat, "new", "choice", "new"))
                .map(reply -> reply.json().path("replies").path(0).path("case").asString());
    }

    /** What was answered; nothing if the message was not taken, which is said. */
    private static Optional<Http.Answer> sent(Chat chat, String id, String field, String value) {
        var answer =
                chat.message(Map.of("conversation", chat.conversation(), "id", id, field, value));
        if (answer.status() == 200) {
            return Optional.of(answer);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("这条消息没有收下");
        return Optional.empty();
    }
}
