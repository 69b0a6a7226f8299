package org.ximen.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.ximen.chat.Sender;

/** Tells whether Telegram finds one chat too fast, or us altogether. */
final class Flood {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int SEVERAL = 3;

    private final Map<Sender, Instant> told = new HashMap<>();

    /** Notes that a chat was refused; true if that happened to several chats within a second. */
    synchronized boolean isGeneral(Sender chat, Instant now) {
        told.values().removeIf(at -> at.isBefore(now.minus(MOMENT)));
        told.put(chat, now);
        return told.size() >= SEVERAL;
    }
}
