package org.ximen.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.Notices;
import org.ximen.notices.Step;
import org.ximen.residents.Profile;
import org.ximen.staff.Role;

/** The sample street's notices, in each state that an editor meets. */
final class Bulletin {
    private final Notices notices;
    private final Crew crew;
    private final Agenda agenda;
    private final Consumer<Instant> tick;

    /**
     * @param tick what sends what is due
     */
    Bulletin(Notices notices, Crew crew, Agenda agenda, Consumer<Instant> tick) {
        this.notices = notices;
        this.crew = crew;
        this.agenda = agenda;
        this.tick = tick;
    }

    /** Puts what is written and approved before the end into the agenda. */
    void plan(Instant end) {
        var grid = Set.of(crew.grid().code());
        sent(toAll("垃圾分类宣传", "周六上午，居委会门口有垃圾分类宣传和旧物交换，欢迎带家人来看看。"), office(end, 30));
        sent(toMerchants("门前三包提醒", "请各店保持门前整洁，晚上收摊后把垃圾带走，不要放在路边。"), office(end, 16));
        sent(toAll("雨天路滑提醒", "这几天有雨，老人出门请走干的路，弄堂青砖很滑。").in(grid), office(end, 6));
        agenda.put(office(end, 9), this::cancelled);
        agenda.put(end.minus(Duration.ofHours(5)), at -> planned(at, end));
        agenda.put(
                end.minus(Duration.ofMinutes(50)),
                at -> draft(toAll("冬季用气安全", "睡前请关好燃气阀门；使用燃气热水器要开窗通风。"), null, at));
    }

    /** What is said to whom. */
    private record Words(String title, String body, Set<String> areas, Set<Profile> profiles) {
        Words in(Set<String> others) {
            return new Words(title, body, others, profiles);
        }
    }

    private static Words toAll(String title, String body) {
        return to(Set.of(), title, body);
    }

    private static Words toMerchants(String title, String body) {
        return to(Set.of(Profile.MERCHANT), title, body);
    }

    private static Words to(Set<Profile> profiles, String title, String body) {
        return new Words(title + "（样例）", body + "（这是样例，不是真的通知。）", Set.of(), profiles);
    }

    private static Instant office(Instant end, int daysAgo) {
        return Day.inOffice(end.minus(Duration.ofDays(daysAgo)));
    }

    private void sent(Words words, Instant when) {
        agenda.put(
                when,
                at -> {
                    var notice = draft(words, null, at);
                    agenda.put(
                            at.plus(Duration.ofMinutes(50)),
                            then -> {
                                take(Step.APPROVE, Role.APPROVER, notice, then);
                                send(then.plusSeconds(2));
                            });
                });
    }

    /** The first round sends, the second counts. */
    private void send(Instant at) {
        tick.accept(at);
        tick.accept(at.plusSeconds(2));
    }

    private void cancelled(Instant at) {
        var notice = draft(toAll("露天电影", "周五晚上七点，小广场放露天电影，请自带小凳子。"), null, at);
        agenda.put(
                at.plus(Duration.ofHours(3)), then -> take(Step.CANCEL, Role.EDITOR, notice, then));
    }

    private void planned(Instant at, Instant end) {
        var tomorrow = Day.inOffice(end.plus(Duration.ofDays(1)));
        var notice = draft(toAll("消防演练", "上午在小区空地演练，听到哨声不用惊慌。"), tomorrow, at);
        agenda.put(
                at.plus(Duration.ofHours(1)),
                then -> take(Step.APPROVE, Role.APPROVER, notice, then));
    }

    private Notice draft(Words words, @Nullable Instant sendAt, Instant at) {
        var lastDay = Day.of(sendAt == null ? at : sendAt).plusDays(7);
        var draft =
                new NewNotice(
                        words.title(),
                        words.body(),
                        words.areas(),
                        words.profiles(),
                        sendAt,
                        lastDay);
        return notices.write(draft, crew.member(Role.EDITOR), at);
    }

    private void take(Step step, Role role, Notice notice, Instant at) {
        notices.take(step, notice.id(), crew.member(role), at);
    }
}
