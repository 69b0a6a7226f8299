package org.ximen.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.residents.Profile;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Plain;

/**
 * A notice to be written.
 *
 * @param title one line, at most 60 characters
 * @param body at most 3000 characters
 * @param areas codes, names or other names; empty for the whole street
 * @param profiles empty for everybody
 * @param sendAt not before; null for as soon as it is approved
 * @param expires last day on which it answers questions; null for 30 days after sending
 * @param buttons what can be pressed under it
 */
public record NewNotice(
        String title,
        String body,
        Set<String> areas,
        Set<Profile> profiles,
        @Nullable Instant sendAt,
        @Nullable LocalDate expires,
        Set<NoticeButton> buttons) {
    /** Characters of a body: one Telegram message holds 4096. */
    public static final int LONGEST_BODY = 3000;

    private static final int LONGEST_TITLE = 60;

    public NewNotice {
        title = Plain.visible(title).replaceAll("\\s+", " ");
        body = Plain.visible(body);
        check("标题", title, LONGEST_TITLE);
        check("正文", body, LONGEST_BODY);
        areas = Set.copyOf(areas);
        profiles = Set.copyOf(profiles);
        buttons = Set.copyOf(buttons);
    }

    /** One without buttons. */
    public NewNotice(
            String title,
            String body,
            Set<String> areas,
            Set<Profile> profiles,
            @Nullable Instant sendAt,
            @Nullable LocalDate expires) {
        this(title, body, areas, profiles, sendAt, expires, Set.of());
    }

    /** The same with other buttons. */
    public NewNotice with(Set<NoticeButton> others) {
        return new NewNotice(title, body, areas, profiles, sendAt, expires, others);
    }

    private static void check(String what, String text, int most) {
        int length = text.length();
        if (length == 0) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "请填写通知的" + what + "。");
        }
        if (length > most) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID,
                    what + "有 " + length + " 个字，最多 " + most + " 个字，请缩短一些。");
        }
    }
}
