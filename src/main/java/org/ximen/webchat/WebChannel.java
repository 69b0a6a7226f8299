package org.ximen.webchat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
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

    private static final int MOST = 5000;

    // Writing to an open stream does not wait.
    private static final int AT_ONCE = 16;

    private final Streams streams;
    private final InstantSource clock;

    /**
     * @param perNetwork how many streams one network can have open
     */
    public WebChannel(int perNetwork, InstantSource clock) {
        this.streams = new Streams(MOST, perNetwork);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Set<String>> reachable() {
        return Optional.of(streams.conversations());
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
        boolean arrived = false;
        for (var stream : streams.of(message.to().address())) {
            if (stream.send(message)) {
                arrived = true;
            } else {
                streams.leave(stream);
            }
        }
        return arrived
                ? new Delivery.Sent()
                : new Delivery.Later(clock.instant().plus(SOON), "no page listens");
    }

    /** Opens a stream of a conversation to a network. */
    SseEmitter open(Sender sender, String network) {
        var stream = new Stream(sender.address(), network);
        stream.whenClosed(() -> streams.leave(stream));
        // Nothing leaves before the first word, and a page should know at once that it listens.
        stream.beat();
        streams.join(stream).forEach(Stream::giveWay);
        return stream.emitter();
    }

    /** Keeps the streams alive through proxies and finds those that broke. Called now and then. */
    public void beat() {
        streams.all().stream().filter(stream -> !isAlive(stream)).forEach(streams::leave);
    }

    private static boolean isAlive(Stream stream) {
        return IsolatedRun.of(stream::beat, why -> false);
    }

    /** How many streams are open here. */
    public int size() {
        return streams.size();
    }

    /** Ends all streams, so that the server can stop; pages come back by themselves. */
    @Override
    public void close() {
        for (var stream : streams.all()) {
            streams.leave(stream);
            stream.close();
        }
    }
}
