package org.ximen.played;

import java.util.List;

/** A group that the bot is in. */
public final class PlayedGroup {
    private final PlayedTelegram telegram;
    private final String title;
    private Room room;

    PlayedGroup(PlayedTelegram telegram, long id, String title) {
        this.telegram = telegram;
        this.title = title;
        this.room = telegram.room(id, "supergroup");
        room.started = true;
    }

    Room room() {
        return room;
    }

    /** Its id now. */
    public long id() {
        return room.chat().get("id").asLong();
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /** What the bot said there. */
    public List<Seen> inbox() {
        return room.seen();
    }

    /** Goes on under another id. */
    public void migrate() {
        long to = id() - 500_000;
        room.movedTo = to;
        room = telegram.room(to, "supergroup");
        room.started = true;
    }

    /** Puts the bot out. */
    public void kickBot() {
        room.refuses = "bot was kicked from the supergroup chat";
    }
}
