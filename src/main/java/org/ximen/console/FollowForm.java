package org.ximen.console;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.Notices;
import org.ximen.staff.StaffMember;

/**
 * A correction or a recall as it was typed.
 *
 * @param step {@code CORRECT}; anything else recalls
 */
record FollowForm(
        @Nullable String step,
        @Nullable String title,
        @Nullable String change,
        @Nullable String body,
        @Nullable String expires,
        @Nullable String reason) {
    static FollowForm of(Notice notice) {
        var expires = notice.expires();
        return new FollowForm(
                null,
                notice.title(),
                "",
                notice.body(),
                expires == null ? "" : expires.toString(),
                "");
    }

    Notice write(Notices notices, long id, StaffMember me, Instant now) {
        return Objects.equals(step, "CORRECT")
                ? notices.correct(id, words(), Objects.toString(change, ""), me, now)
                : notices.recall(id, Objects.toString(reason, ""), me, now);
    }

    private NewNotice words() {
        return new NewNotice(
                Objects.toString(title, ""),
                Objects.toString(body, ""),
                Set.of(),
                Set.of(),
                null,
                Shown.day(expires));
    }
}
