package org.ximen.chat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One message of a person, whatever channel it came by.
 *
 * @param id the channel's own id of the message: the same (sender, id) again is the same message
 * @param text what was typed, as typed
 * @param choice the value of a pressed button ({@link Choice#value})
 * @param photos ids of pictures that the photo gateway has already accepted
 * @param phone the sender's own number, proven by the channel
 * @param missed a part of the message that could not be taken
 */
public record Incoming(
        Sender sender,
        String id,
        @Nullable String text,
        @Nullable String choice,
        @Nullable Location location,
        List<String> photos,
        @Nullable String phone,
        @Nullable MissedPart missed,
        Set<Manner> manners) {

    /** How a message came. */
    public enum Manner {
        /** The edge itself hands the replies back; they must not leave through the outbox too. */
        AWAITED,
        /** Others read along, as in a group. */
        IN_PUBLIC,
        /** An earlier message, changed by its sender. */
        EDITED
    }

    public Incoming {
        photos = List.copyOf(photos);
        manners = Set.copyOf(manners);
    }

    /** A message that an edge answers itself. */
    public static Incoming awaited(
            Sender sender,
            String id,
            @Nullable String text,
            @Nullable String choice,
            @Nullable Location location,
            List<String> photos) {
        var manners = Set.of(Manner.AWAITED);
        return new Incoming(sender, id, text, choice, location, photos, null, null, manners);
    }

    /** A message of words alone that an edge answers itself. */
    public static Incoming words(Sender sender, String id, String text) {
        return awaited(sender, id, text, null, null, List.of());
    }

    /** The same message, a button pressed instead of words typed. */
    public Incoming pressing(String value) {
        return new Incoming(sender, id, null, value, location, photos, phone, missed, manners);
    }

    /** Whether it came in this way. */
    public boolean is(Manner manner) {
        return manners.contains(manner);
    }
}
