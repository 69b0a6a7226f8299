package org.ximen.chat;

import java.util.Optional;
import java.util.Set;

/** A way to people: the web page, Telegram. */
public interface Channel {
    /** The name used in {@link Sender#channel}. */
    String name();

    /**
     * The addresses that this machine can reach at this moment; empty where it can try any.
     * Messages to others wait in the outbox until some machine can.
     */
    Optional<Set<String>> reachable();

    /** Whether the receiving end drops a message that it already has, by {@link Outgoing#id}. */
    boolean dropsRepeats();

    /** Sends one message now. */
    Delivery send(Outgoing message);
}
