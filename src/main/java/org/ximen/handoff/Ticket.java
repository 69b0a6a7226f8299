package org.ximen.handoff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.staff.StaffMember;
import org.ximen.text.Masking;

/**
 * A resident's wish to talk to a person.
 *
 * @param id its queue number, too
 * @param person id of the resident
 * @param about what was asked before, if anything
 * @param kind what it is about in a word or two, for staff alone
 * @param urgent why it cannot wait; null where it can
 * @param against id of the department that is complained of
 * @param claimedBy account name of who took it
 * @param byChat whether whoever has it hears the resident in their own chat, too
 * @param movedAt when it came where it stands
 * @param lines what was said, oldest first
 * @param notes what staff noted and did, oldest first; never said to the resident
 */
public record Ticket(
        long id,
        long person,
        Sender sender,
        @Nullable String about,
        @Nullable String kind,
        @Nullable String urgent,
        @Nullable String against,
        State state,
        @Nullable String claimedBy,
        boolean byChat,
        Instant askedAt,
        Instant movedAt,
        List<Line> lines,
        List<Line> notes) {

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
        notes = List.copyOf(notes);
    }

    /** Whether a member may see it: nobody of the department that is complained of may. */
    boolean isFor(StaffMember member) {
        return against == null || !against.equals(member.department());
    }

    /** Whether a member talks with the resident just now. */
    public boolean isWith(StaffMember member) {
        return state == State.CLAIMED && member.name().equals(claimedBy);
    }

    /** As a member of staff sees it in a list: who talks with the resident reads every number. */
    public Ticket seenBy(StaffMember member) {
        return member.name().equals(claimedBy) ? this : masked();
    }

    private Ticket masked() {
        return new Ticket(
                id,
                person,
                sender,
                about == null ? null : Masking.mask(about),
                kind,
                urgent,
                against,
                state,
                claimedBy,
                byChat,
                askedAt,
                movedAt,
                masked(lines),
                masked(notes));
    }

    private static List<Line> masked(List<Line> lines) {
        return lines.stream()
                .map(line -> new Line(line.staff(), Masking.mask(line.text()), line.at()))
                .toList();
    }
}
