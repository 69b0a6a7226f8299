package org.ximen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void endsAProcessThatTakesConnectionsAndAnswersNone() throws IOException {
        // The system takes them into its backlog, as it does where the server's own threads died.
        try (var deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var watchdog = watchdog(PATIENCE, deaf.getLocalPort());
            watchdog.start();
            await().until(() -> ends.get() == 1);
            watchdog.stop();
        }
    }

    @Test
    void leavesAProcessAloneThatAnswersWhateverItSays() throws IOException {
        var asked = new AtomicInteger();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                });
        server.start();
        var watchdog = watchdog(PATIENCE, server.getAddress().getPort());
        watchdog.start();
        await().until(() -> asked.get() > 10);
        watchdog.stop();
        server.stop(0);
        assertThat(ends).hasValue(0);
    }

    @Test
    void doesNotWatchWhereItIsSwitchedOff() {
        var watchdog = watchdog(Duration.ZERO, 1);
        watchdog.start();
        assertThat(watchdog.isRunning()).isFalse();
    }

    @Test
    void asksByTheLoopbackWhereTheServerListensEverywhere() {
        assertThat(Watchdog.reachable("0.0.0.0", 8080).getAddress().isLoopbackAddress()).isTrue();
        assertThat(Watchdog.reachable("10.1.2.3", 8080).getHostString()).isEqualTo("10.1.2.3");
    }

    private Watchdog watchdog(Duration patience, int port) {
        return new Watchdog(
                patience, () -> Watchdog.reachable("127.0.0.1", port), ends::incrementAndGet);
    }
}
