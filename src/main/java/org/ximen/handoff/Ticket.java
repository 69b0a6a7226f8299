package org.ximen.handoff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;

/**
 * A resident's wish to talk to a person.
 *
 * @param id its queue number, too
 * @param person id of the resident
 * @param about what was asked before, if anything
 * @param claimedBy account name of who took it
 * @param lines what was said, oldest first
 */
public record Ticket(
        long id,
        long person,
        Sender sender,
        @Nullable String about,
        State state,
        @Nullable String claimedBy,
        Instant askedAt,
        List<Line> lines) {

    /** Where a ticket stands. */
    public enum State {
        WAITING("等待接听"),
        CLAIMED("正在交谈"),
        CLOSED("已结束");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }
    }

    /**
     * Something that was said.
     *
     * @param staff account name of who said it; null for the resident
     */
    public record Line(@Nullable String staff, String text, Instant at) {}

    public Ticket {
        lines = List.copyOf(lines);
    }
}
