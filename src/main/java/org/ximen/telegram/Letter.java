package org.ximen.telegram;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Location;
import org.ximen.chat.MissedPart;
import org.ximen.chat.Sender;

/** What an update is for us, before its pictures are fetched. */
sealed interface Letter {
    /**
     * A message of a person.
     *
     * @param pictures to be fetched
     * @param album id that all messages of one album share
     */
    record Message(
            Sender chat,
            String id,
            @Nullable String text,
            @Nullable Location location,
            List<Picture> pictures,
            @Nullable String album,
            @Nullable String phone,
            @Nullable MissedPart missed,
            Set<Manner> manners)
            implements Letter {
        public Message {
            pictures = List.copyOf(pictures);
            manners = Set.copyOf(manners);
        }

        Optional<String> inAlbum() {
            return Optional.ofNullable(album);
        }
    }

    /**
     * A picture to be fetched.
     *
     * @param bytes its length as Telegram says, 0 if it does not
     */
    record Picture(String fileId, long bytes) {}

    /**
     * A pressed button.
     *
     * @param on id of our message that it stands below
     */
    record Press(Sender chat, int on, String callback, String data) implements Letter {}

    /** A person blocked us or came back. */
    record Membership(Sender chat, boolean reachable) implements Letter {}

    /** Nothing for us. */
    record Nothing() implements Letter {}
}
