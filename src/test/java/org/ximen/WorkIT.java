package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.HeavyPicture;
import org.ximen.testing.Http.Answer;
import org.ximen.testing.Running;

/** What costs much, sent to the running jar, which has 400 MB of memory. */
class WorkIT {
    private static final int STREAMS = 5;
    private static Running running;

    @BeforeAll
    static void start(@TempDir Path home) {
        running =
                Running.start(
                        "work", home, "--ximen.chat.streams=" + STREAMS, Running.WHOLE_SAMPLE);
    }

    @AfterAll
    static void hadMemoryForAll() {
        var log = running.logged();
        running.close();
        assertThat(log).doesNotContain("OutOfMemoryError").doesNotContain(" ERROR ");
    }

    @Test
    void picturesThatGrowInMemoryEndNothing() {
        var deep = HeavyPicture.deep(6324, 6324);
        var noise = HeavyPicture.noise(1860, 1860);
        var sent =
                Stream.concat(
                                IntStream.range(0, 10).mapToObj(i -> upload(deep)),
                                IntStream.range(0, 20).mapToObj(i -> upload(noise)))
                        .toList();
        assertThat(running.chat().say("meanwhile", "遛狗不牵绳会罚多少钱").toString()).contains("束牵引带");
        var answers = sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Answer::status).contains(200).containsOnly(200, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .allSatisfy(answer -> {
                    assertThat(answer.json().path("next").toString()).contains("请稍后再发");
                    assertThat(answer.json().path("replies")).hasSize(1);
                });
        assertThat(running.chat().show("after").toString()).contains("照片");
    }

    private static CompletableFuture<Answer> upload(byte[] picture) {
        var chat = running.chat();
        return CompletableFuture.supplyAsync(
                () -> chat.upload("1", "photo.png", picture), Thread::startVirtualThread);
    }

    @Test
    void aReportOfTwentyThousandCharactersIsTakenAndALongerOneGetsASentence() {
        var start = "文庙路215号垃圾没人收。";
        var chat = running.chat();
        var longest = start + "字".repeat(20_000 - start.length());
        var shown = chat.say("1", longest);
        assertThat(shown.toString()).contains("全文 20000 字");
        var number = chat.choose("2", "submit").path(0).path("case").asString();
        var kept = running.desk("admin").get("/api/staff/cases/" + number);
        assertThat(kept.path("description").asString()).isEqualTo(longest);
        for (var text : List.of(longest + "字", longest.repeat(10))) {
            var refused =
                    chat.message(
                            Map.of("conversation", chat.conversation(), "id", "3", "text", text));
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.json().path("replies").path(0).path("text").asString())
                    .contains("20000 个字");
        }
    }

    @Test
    void oneAddressHasSoManyStreamsAndItsOldestGiveWay() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            var ended = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < STREAMS + 3; i++) {
                var socket = listen();
                sockets.add(socket);
                ended.add(
                        CompletableFuture.supplyAsync(
                                () -> readToTheEnd(socket), Thread::startVirtualThread));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ended.stream().filter(CompletableFuture::isDone).count() == 3);
            assertThat(ended.subList(0, 3)).allMatch(CompletableFuture::isDone);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket listen() throws IOException {
        var socket = ask(running);
        // One after another: the first word says that it is open.
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private static Socket ask(Running whom) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), whom.at("/").getPort());
        var head =
                "GET /api/chat/events?conversation=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .formatted(UUID.randomUUID());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int readToTheEnd(Socket socket) {
        try {
            socket.setSoTimeout(120_000);
            return socket.getInputStream().readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aProcessThatNobodyCanReachEndsWithAnError(@TempDir Path home) throws IOException {
        try (var alone =
                Running.start(
                        "alone",
                        home,
                        "--server.tomcat.max-connections=4",
                        "--ximen.watchdog=3s")) {
            for (int i = 0; i < 8; i++) {
                ask(alone); // takes a place that does not come free again
            }
            assertThat(alone.exitCode()).isEqualTo(Watchdog.EXIT_CODE);
            assertThat(alone.logged().lines())
                    .filteredOn(line -> line.contains(" ERROR "))
                    .singleElement()
                    .asString()
                    .contains("没有回答自己");
        }
    }
}
