package org.ximen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ximen.played.PlayedTelegram;

/** How fast the played Telegram is, so that nobody measures it instead of a bot. */
class PlayedBench {
    private static final int CONNECTIONS = 8;
    private static final int CALLS = 5_000;

    @Test
    void callsASecond() throws InterruptedException {
        try (var played = PlayedTelegram.start(InstantSource.system())) {
            played.limits().off();
            played.keep(false);
            played.user("u").begin();
            for (int round = 0; round < 4; round++) {
                long from = System.nanoTime();
                var callers =
                        IntStream.range(0, CONNECTIONS)
                                .mapToObj(i -> Thread.ofVirtual().start(() -> call(played)))
                                .toList();
                for (var caller : callers) {
                    caller.join();
                }
                System.out.printf(
                        "%.0f sendMessage calls a second%n",
                        CONNECTIONS * CALLS * 1e9 / (System.nanoTime() - from));
            }
            assertThat(played.count("sendMessage")).isEqualTo(4L * CONNECTIONS * CALLS);
        }
    }

    private static void call(PlayedTelegram played) {
        var at = URI.create(played.base());
        var body = "{\"chat_id\":1001,\"text\":\"您好\"}".getBytes(StandardCharsets.UTF_8);
        var head =
                "POST /bot%s/sendMessage HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(PlayedTelegram.TOKEN, body.length);
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < CALLS; i++) {
                socket.getOutputStream().write((head).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                in.skipNBytes(length(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the head of an answer; returns the length of its body. */
    private static long length(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        return Long.parseLong(head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    }
}
