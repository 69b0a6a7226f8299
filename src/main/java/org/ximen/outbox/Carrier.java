package org.ximen.outbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Sender;

/** Carries stored messages to their channels and notes how each send ended. */
final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
    private static final int AT_ONCE = 200;

    private final OutboxTable table;
    private final List<Channel> channels;

    Carrier(OutboxTable table, List<Channel> channels) {
        this.table = table;
        this.channels = List.copyOf(channels);
    }

    int drain(Instant now) {
        int tried = 0;
        for (var channel : channels) {
            tried += drain(channel, now);
        }
        return tried;
    }

    private int drain(Channel channel, Instant now) {
        int tried = 0;
        Set<Sender> waiting = new HashSet<>();
        for (var message : table.due(channel.name(), channel.reachable(), now, AT_ONCE)) {
            if (!waiting.contains(message.to()) && table.claim(message.id(), now)) {
                tried++;
                if (send(channel, message, now) instanceof Delivery.Later) {
                    waiting.add(message.to());
                }
            }
        }
        return tried;
    }

    private Delivery send(Channel channel, Outgoing message, Instant now) {
        var delivery = channel.send(message);
        switch (delivery) {
            case Delivery.Sent() -> table.done(message.id(), Post.SENT, null, now);
            case Delivery.Gone(var why) -> table.done(message.id(), Post.BLOCKED, why, now);
            case Delivery.Refused(var why) -> refused(message, why, now);
            case Delivery.Later(var after, var why) ->
                    table.postpone(message, now.plus(after), why, now);
            case Delivery.Unknown(var why) -> table.lost(message.id(), repeats(channel), why, now);
        }
        return delivery;
    }

    private void refused(Outgoing message, String why, Instant now) {
        LOG.error("message {} to {} was refused for good: {}", message.id(), message.to(), why);
        table.done(message.id(), Post.FAILED, why, now);
    }

    void recover(Instant claimedBefore, Instant now) {
        for (var channel : channels) {
            int found = table.recover(channel.name(), repeats(channel), claimedBefore, now);
            if (found > 0) {
                LOG.warn("{} messages on {} were being sent at a stop", found, channel.name());
            }
        }
    }

    // A repeated answer is better than silence; a repeated broadcast is not, unless the receiving
    // end drops it.
    private static Set<Lane> repeats(Channel channel) {
        return channel.dropsRepeats() ? Set.of(Lane.values()) : Set.of(Lane.ANSWER);
    }
}
