package org.ximen.outbox;

import java.util.Comparator;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Sender;

/**
 * A stored message and its lane.
 *
 * @param doubts how often nobody knew whether it had arrived
 */
record Waiting(Lane lane, int doubts, Outgoing message) {
    /** Answers first, then by age. */
    static final Comparator<Waiting> TURN =
            Comparator.comparing(Waiting::lane).thenComparing(Waiting::id);

    long id() {
        return message.id();
    }

    Sender to() {
        return message.to();
    }
}
