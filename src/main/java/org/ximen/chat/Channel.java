package org.ximen.chat;

import java.util.Set;

/** A way to people: the web page, Telegram. */
public interface Channel {
    /** The name used in {@link Sender#channel}. */
    String name();

    /**
     * The addresses that this machine can reach at this moment. Messages to others wait in the
     * outbox until some machine can.
     */
    Set<String> reachable();

    /** Sends one message now. */
    Delivery send(Outgoing message);
}
