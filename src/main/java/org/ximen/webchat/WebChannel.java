package org.ximen.webchat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Sender;
import org.ximen.outbox.Outbox;

/** The open streams of this machine: what is said unasked reaches the pages that listen. */
public final class WebChannel implements Channel, AutoCloseable {
    /** The name of this channel. */
    public static final String NAME = "web";

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Map<String, Set<Stream>> streams = new ConcurrentHashMap<>();
    private volatile @Nullable Outbox outbox;

    /** Says where a page that comes back finds what it missed. Called once by the wiring. */
    public void missedIn(Outbox outbox) {
        this.outbox = outbox;
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
    public Delivery send(Outgoing message) {
        var open = streams.getOrDefault(message.to().address(), Set.of());
        boolean arrived = false;
        for (var stream : open) {
            if (stream.send(message)) {
                arrived = true;
            } else {
                forget(message.to().address(), stream);
            }
        }
        return arrived ? new Delivery.Sent() : new Delivery.Later(SOON, "no page listens");
    }

    /**
     * Opens a stream.
     *
     * @param after id of the last message that the page has; null where it is new
     */
    SseEmitter open(Sender sender, @Nullable Long after, Instant now) {
        var missed = outbox;
        if (after != null && missed != null) {
            missed.resend(sender, after, now);
        }
        var stream = new Stream();
        stream.whenClosed(() -> forget(sender.address(), stream));
        // Nothing leaves before the first word, and a page should know at once that it listens.
        stream.beat();
        streams.compute(
                sender.address(),
                (address, open) -> {
                    Set<Stream> all = open == null ? ConcurrentHashMap.newKeySet() : open;
                    all.add(stream);
                    return all;
                });
        return stream.emitter();
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
                        .filter(stream -> !stream.beat())
                        .forEach(stream -> forget(address, stream)));
    }

    /** How many streams are open here. */
    public int size() {
        return streams.values().stream().mapToInt(Set::size).sum();
    }

    /** Ends all streams, so that the server can stop; pages come back by themselves. */
    @Override
    public void close() {
        streams.values().forEach(open -> open.forEach(Stream::close));
        streams.clear();
    }
}
