package org.ximen.chat;

import java.time.Instant;
import java.util.List;
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

    /** How many sends may be under way at once. */
    int atOnce();

    /** How fast all messages together may leave; empty where nothing limits them. */
    default Optional<Rate> rate() {
        return Optional.empty();
    }

    /** How fast messages may leave to one chat; empty where nothing limits them. */
    default Optional<Rate> rate(Sender to) {
        return Optional.empty();
    }

    /** Cuts a reply that is too long for one message into several, in order. */
    default List<Reply> fit(Reply reply) {
        return List.of(reply);
    }

    /** The messages that a reply becomes, as one person reads them in a chat of their own. */
    default List<Look> preview(Reply reply) {
        return fit(reply).stream()
                .map(part ->
                        new Look(
                                part.text(),
                                part.choices().stream()
                                        .map(choice -> List.of(choice.label()))
                                        .toList()))
                .toList();
    }

    /**
     * What a broadcast reaches on this channel at this moment, in words for who approves it; empty
     * where everybody simply gets it.
     */
    default Optional<String> reach(Instant now) {
        return Optional.empty();
    }

    /** Sends one message now. Called from several threads, never twice at once for one chat. */
    Delivery send(Outgoing message);
}
