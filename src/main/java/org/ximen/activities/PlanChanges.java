package org.ximen.activities;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;

/** What a changed plan changes, for the audit trail. */
final class PlanChanges {
    private final StringBuilder said = new StringBuilder();

    private PlanChanges() {}

    static String of(ActivityPlan before, ActivityPlan now) {
        var changes = new PlanChanges();
        changes.add("名称", before.title(), now.title());
        changes.add("介绍", before.about(), now.about());
        changes.add("比赛", before.contest(), now.contest());
        changes.add("地点", before.place(), now.place());
        changes.add("开始", moment(before.begins()), moment(now.begins()));
        changes.add("结束", moment(before.ends()), moment(now.ends()));
        changes.add("报名到", before.lastDay(), now.lastDay());
        changes.add("名额", seats(before), seats(now));
        changes.add("每人最多", before.seatsEach(), now.seatsEach());
        return changes.said.toString();
    }

    private void add(String what, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            said.append("%s：%s → %s。".formatted(what, shown(before), shown(now)));
        }
    }

    private static Object seats(ActivityPlan plan) {
        var seats = plan.seats();
        return seats == null ? "不限" : seats;
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : ActivityNews.moment(at, Language.ZH);
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.equals("") ? "没写" : value.toString();
    }
}
