package org.ximen.webchat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Sender;
import org.ximen.isolation.IsolatedRun;

/** The open streams of this machine: what is said unasked reaches the pages that listen. */
public final class WebChannel implements Channel, AutoCloseable {
    /** The name of this channel. */
    public static final String NAME = "web";

    private static final Duration SOON = Duration.ofSeconds(1);

    // Tabs of one browser; the oldest gives way.
    private static final int MOST_PER_CONVERSATION = 4;
    private static final int MOST = 5000;

    // Writing to an open stream does not wait.
    private static final int AT_ONCE = 16;

    private final Map<String, Deque<Stream>> streams = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public WebChannel(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Set<String>> reachable() {
        return Optional.of(Set.copyOf(streams.keySet()));
    }

    @Override
    public boolean dropsRepeats() {
        return true;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public Delivery send(Outgoing message) {
        var open = streams.getOrDefault(message.to().address(), new ConcurrentLinkedDeque<>());
        boolean arrived = false;
        for (var stream : open) {
            if (stream.send(message)) {
                arrived = true;
            } else {
                forget(message.to().address(), stream);
            }
        }
        return arrived
                ? new Delivery.Sent()
                : new Delivery.Later(clock.instant().plus(SOON), "no page listens");
    }

    /** Opens a stream. */
    SseEmitter open(Sender sender) {
        if (size() >= MOST) {
            throw new ChatRefused(HttpStatus.SERVICE_UNAVAILABLE, "现在同时在线的人太多了。", "请过几分钟再打开这个页面");
        }
        var stream = new Stream();
        stream.whenClosed(() -> forget(sender.address(), stream));
        // Nothing leaves before the first word, and a page should know at once that it listens.
        stream.beat();
        streams.compute(sender.address(), (address, open) -> joined(open, stream));
        return stream.emitter();
    }

    private static Deque<Stream> joined(@Nullable Deque<Stream> open, Stream stream) {
        Deque<Stream> all = open == null ? new ConcurrentLinkedDeque<>() : open;
        if (all.size() >= MOST_PER_CONVERSATION) {
            all.removeFirst().close();
        }
        all.addLast(stream);
        return all;
    }

    private void forget(String address, Stream stream) {
        streams.computeIfPresent(
                address,
                (same, open) -> {
                    open.remove(stream);
                    return open.isEmpty() ? null : open;
                });
    }

    /** Keeps the streams alive through proxies and finds those that broke. Called now and then. */
    public void beat() {
        streams.forEach((address, open) ->
                open.stream()
                        .filter(stream -> !isAlive(stream))
                        .forEach(stream -> forget(address, stream)));
    }

    private static boolean isAlive(Stream stream) {
        return IsolatedRun.of(stream::beat, why -> false);
    }

    /** How many streams are open here. */
    public int size() {
        return streams.values().stream().mapToInt(Deque::size).sum();
    }

    /** Ends all streams, so that the server can stop; pages come back by themselves. */
    @Override
    public void close() {
        streams.values().forEach(open -> open.forEach(Stream::close));
        streams.clear();
    }
}
