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
        @Nullable Instant startedAt) {

    /** Where a notice stands. */
    public enum State {
        DRAFT("待审核"),
        APPROVED("已审核，待发送"),
        SENDING("发送中"),
        PAUSED("已暂停"),
        DONE("已发完"),
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
    }

    /** Id of the article that it becomes. */
    public String article() {
        return "notices/" + id;
    }
}
