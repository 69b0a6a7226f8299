package org.ximen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Ends a process that no longer answers itself, so that whatever started it can start it again: a
 * process that lives and answers nobody is never restarted. It begins once the server listens. It
 * counts failed tries in a row and not time, for a machine that slept has tried nothing.
 */
final class Watchdog implements SmartLifecycle {
    /** The exit code of a process that was ended. */
    static final int EXIT_CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int TRIES = 4;
    private static final byte[] QUESTION =
            "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Duration patience;
    private final Supplier<InetSocketAddress> self;
    private final Runnable end;
    private volatile @Nullable Thread thread;

    /**
     * @param patience how long it may not answer; zero for ever
     * @param self where it listens, asked for at the start
     * @param end ends the process
     */
    Watchdog(Duration patience, Supplier<InetSocketAddress> self, Runnable end) {
        this.patience = patience;
        this.self = self;
        this.end = end;
    }

    /** Where a server can be reached from its own machine. */
    static InetSocketAddress reachable(String address, int port) {
        var bound = InetAddress.ofLiteral(address);
        return new InetSocketAddress(
                bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound, port);
    }

    @Override
    public void start() {
        if (patience.isPositive()) {
            var address = self.get();
            thread = Thread.ofPlatform().daemon().name("watchdog").start(() -> watch(address));
        }
    }

    private void watch(InetSocketAddress address) {
        int failures = 0;
        while (failures < TRIES) {
            if (!rest()) {
                return;
            }
            failures = answers(address) ? 0 : failures + 1;
        }
        if (isRunning()) {
            end();
        }
    }

    private void end() {
        try {
            LOG.error("自己已经约 {} 秒没有回答自己，现在结束进程，等待重新启动", patience.toSeconds());
        } finally {
            end.run();
        }
    }

    /** False once nobody needs to watch any more. */
    private boolean rest() {
        try {
            Thread.sleep(patience.dividedBy(2L * TRIES));
            return isRunning();
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Any answer is one: what matters is that somebody reads and writes. */
    private boolean answers(InetSocketAddress address) {
        int millis = (int) Math.max(1, patience.dividedBy(2L * TRIES).toMillis());
        try (var socket = new Socket()) {
            socket.connect(address, millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(QUESTION);
            return socket.getInputStream().read() >= 0;
        } catch (IOException | Error e) {
            LOG.debug("no answer from myself: {}", e.toString());
            return false;
        }
    }

    @Override
    public void stop() {
        var watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
