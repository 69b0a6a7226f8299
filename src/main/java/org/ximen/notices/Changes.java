package org.ximen.notices;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.residents.Profile;

/** What a new version of a notice changes, for the audit trail. */
final class Changes {
    private final StringBuilder said = new StringBuilder();

    private Changes() {}

    /**
     * @param areas codes of the areas that the notice is now for
     */
    static String of(Notice before, NewNotice now, Collection<String> areas) {
        var changes = new Changes();
        changes.add("标题", before.title(), now.title());
        changes.add("范围", String.join("、", before.areas()), String.join("、", areas));
        changes.add("对象", profiles(before.profiles()), profiles(now.profiles()));
        changes.add("发送时间", before.sendAt(), now.sendAt());
        changes.add("失效日期", before.expires(), now.expires());
        changes.add("按钮", buttons(before.buttons()), buttons(now.buttons()));
        if (!before.body().equals(now.body())) {
            changes.said.append("原来的正文：").append(before.body());
        }
        return changes.said.toString();
    }

    private void add(String what, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            said.append("%s：%s → %s。".formatted(what, shown(before), shown(now)));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.equals("") ? "不限" : value.toString();
    }

    private static String buttons(Collection<NoticeButton> buttons) {
        return buttons.stream().map(NoticeButton::shown).sorted().collect(Collectors.joining("、"));
    }

    private static String profiles(Collection<Profile> profiles) {
        return profiles.stream().map(Profile::shown).sorted().collect(Collectors.joining("、"));
    }
}
