package org.ximen.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a person, whatever channel it came by.
 *
 * @param id the channel's own id of the message: the same (sender, id) again is the same message
 * @param text what was typed, as typed
 * @param choice the value of a pressed button ({@link Choice#value})
 * @param photos ids of pictures that the photo gateway has already accepted
 * @param awaited whether the edge itself hands the replies back (a web POST), so that they must not
 *     leave through the outbox as well
 */
public record Incoming(
        Sender sender,
        String id,
        @Nullable String text,
        @Nullable String choice,
        @Nullable Location location,
        List<String> photos,
        boolean awaited) {
    public Incoming {
        photos = List.copyOf(photos);
    }

    /** A message of words alone. */
    public static Incoming words(Sender sender, String id, String text) {
        return new Incoming(sender, id, text, null, null, List.of(), true);
    }
}
