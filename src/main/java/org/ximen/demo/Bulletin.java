package org.ximen.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.Notices;
import org.ximen.notices.Step;
import org.ximen.residents.Profile;
import org.ximen.staff.Role;

/** The sample street's notices, one in each state that an editor meets. */
record Bulletin(Notices notices, Crew crew) {
    void write(Instant now) {
        var month = now.minus(Duration.ofDays(30));
        send("【样例】周末垃圾分类宣传", "本周六上午，居委会门口有垃圾分类宣传和旧物交换，欢迎带家人来看看。", Set.of(), month);
        var week = now.minus(Duration.ofDays(7));
        send("【样例】门前三包提醒", "请各店保持门前整洁，晚上收摊后把垃圾带走，不要放在路边。", Set.of(Profile.MERCHANT), week);
        var cancelled = draft("【样例】露天电影", "原定周五晚上的露天电影因下雨取消。", Set.of(), null, week);
        take(Step.CANCEL, Role.EDITOR, cancelled, week.plus(Duration.ofHours(3)));
        var tomorrow = now.plus(Duration.ofDays(1));
        var planned = draft("【样例】消防演练", "明天上午九点半在小区空地演练，听到哨声不用惊慌。", Set.of(), tomorrow, now);
        take(Step.APPROVE, Role.APPROVER, planned, now);
        draft("【样例】冬季用气安全", "睡前请关好燃气阀门；使用燃气热水器要开窗通风。", Set.of(), null, now);
    }

    private void send(String title, String body, Set<Profile> profiles, Instant at) {
        var notice = draft(title, body, profiles, null, at);
        take(Step.APPROVE, Role.APPROVER, notice, at.plus(Duration.ofHours(1)));
        notices.sweep(at.plus(Duration.ofHours(2)));
        notices.sweep(at.plus(Duration.ofHours(2)));
    }

    private Notice draft(
            String title,
            String body,
            Set<Profile> profiles,
            @Nullable Instant sendAt,
            Instant at) {
        var draft = new NewNotice(title, body, Set.of(), profiles, sendAt, null);
        return notices.write(draft, crew.member(Role.EDITOR), at);
    }

    private void take(Step step, Role role, Notice notice, Instant at) {
        notices.take(step, notice.id(), crew.member(role), at);
    }
}
