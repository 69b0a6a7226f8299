package org.ximen.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ximen.chat.Sender;

/** Tells whether Telegram finds one chat too fast, or us altogether. */
final class Flood {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int SEVERAL = 3;

    private final Map<Sender, Told> told = new HashMap<>();

    private record Told(Instant at, Instant until) {}

    /**
     * Notes that a chat has to wait. Where several were told so within a second, everybody waits,
     * but only for the shortest of their waits: the longest may be a day, and one chat's own.
     */
    synchronized Optional<Instant> general(Sender chat, Instant until, Instant now) {
        told.values().removeIf(one -> one.at().isBefore(now.minus(MOMENT)));
        told.put(chat, new Told(now, until));
        return told.size() < SEVERAL
                ? Optional.empty()
                : told.values().stream().map(Told::until).min(Comparator.naturalOrder());
    }
}
