package org.ximen.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.residents.Profile;

/**
 * A notice (通知公告).
 *
 * @param areas codes of the areas it is for, as chosen; empty for the whole street
 * @param profiles whom it is for; empty for everybody
 * @param writtenBy account name
 * @param approvedBy account name, another than the writer's
 * @param sendAt not before; null for as soon as it is approved
 * @param expires last day on which it answers questions; null for 30 days after sending
 * @param startedAt when sending began
 * @param revision 1 as first written, one more with every change
 * @param returned the last time that it was sent back; null if it never was
 * @param buttons what can be pressed under it
 * @param follow the notice before, which it corrects or recalls; null for one of its own
 */
public record Notice(
        long id,
        String title,
        String body,
        Set<String> areas,
        Set<Profile> profiles,
        State state,
        String writtenBy,
        Instant writtenAt,
        @Nullable String approvedBy,
        @Nullable Instant sendAt,
        @Nullable LocalDate expires,
        @Nullable Instant startedAt,
        int revision,
        @Nullable Returned returned,
        Set<NoticeButton> buttons,
        @Nullable NoticeFollow follow) {

    /**
     * A notice went back to its author.
     *
     * @param by account name
     * @param why in the words of that member
     */
    public record Returned(String by, String why) {}

    /** Where a notice stands. */
    public enum State {
        DRAFT("待审核"),
        /** With its author, who was sent it back or took it back. */
        RETURNED("待修改"),
        APPROVED("已审核，待发送"),
        SENDING("发送中"),
        PAUSED("已暂停"),
        DONE("已发完"),
        /** Other words stand in its place. */
        CORRECTED("已更正"),
        /** It does not hold any more. */
        RECALLED("已撤回"),
        CANCELLED("已取消");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }
    }

    public Notice {
        areas = Set.copyOf(areas);
        profiles = Set.copyOf(profiles);
        buttons = Set.copyOf(buttons);
    }

    /** The last day on which it answers questions; null while nobody can know. */
    public @Nullable LocalDate lastDay() {
        return expires != null || startedAt == null ? expires : Wording.lastDay(this, startedAt);
    }

    /** Whether it only says that another one does not hold any more. */
    public boolean recalls() {
        return follow != null && follow.recalls();
    }

    /** Id of the article that it becomes. */
    public String article() {
        return "notices/" + id;
    }
}
