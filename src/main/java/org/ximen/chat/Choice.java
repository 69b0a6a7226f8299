package org.ximen.chat;

import java.nio.charset.StandardCharsets;

/**
 * A button.
 *
 * @param label what the person reads
 * @param value what comes back when it is pressed; at most 60 bytes in UTF-8: Telegram's limit for
 *     callback data is 64, and a channel may put a mark of its own before it
 */
public record Choice(String label, String value) {
    private static final int MOST_BYTES = 60;

    public Choice {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("a button's value has 1 to 60 bytes: " + value);
        }
    }
}
