package org.ximen.demo;

import java.time.Duration;
import java.time.Instant;
import org.ximen.opinions.NewOpinion;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.Opinion.Kind;
import org.ximen.opinions.Opinion.Result;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.Opinions;
import org.ximen.residents.Person;
import org.ximen.staff.Role;

/** What the people of the sample street suggest and whom they praise, and what became of it. */
final class SampleOpinions {
    // Others than those who ask.
    private static final int FIRST = 15;

    private final Opinions opinions;
    private final OpinionDesk desk;
    private final Crew crew;
    private final Neighbours people;
    private final Agenda agenda;

    SampleOpinions(Demo.Features features, Crew crew, Neighbours people, Agenda agenda) {
        this.opinions = features.opinions();
        this.desk = features.opinionDesk();
        this.crew = crew;
        this.people = people;
        this.agenda = agenda;
    }

    /** Puts everything into the agenda. */
    void plan(Instant end) {
        agenda.put(days(end, 30), this::benches);
        agenda.put(days(end, 25), at -> suggest("小学门口早上能不能有人管一管车（样例）", 1, at));
        agenda.put(days(end, 20), this::prices);
        agenda.put(days(end, 9), this::cleaners);
        agenda.put(days(end, 2), at -> suggest("社区食堂希望周末也开（样例）", 2, at));
        agenda.put(days(end, 1), at -> praise("居委会的同志上门帮我妈妈办敬老卡，谢谢（样例）", 3, at));
    }

    private static Instant days(Instant end, int ago) {
        return Day.awake(end.minus(Duration.ofDays(ago)));
    }

    private void benches(Instant at) {
        var id = suggest("文庙路公交站旁边能不能加一排长椅，等车的老人多（样例）", 4, at).id();
        answer(id, Result.PARTLY_ADOPTED, "先加两把，位置请看施工告示。", at);
    }

    private void prices(Instant at) {
        var id = suggest("建议菜场门口装一块电子屏播菜价（样例）", 5, at).id();
        answer(id, Result.NOT_ADOPTED, "门口人行道太窄，菜价改在场内公示。", at);
    }

    private void answer(long id, Result result, String reason, Instant takenAt) {
        agenda.put(
                takenAt.plus(Duration.ofDays(6)),
                at -> desk.answer(id, result, reason, crew.member(Role.EDITOR), at));
    }

    private void cleaners(Instant at) {
        var id = praise("曹家街的环卫师傅下雨天也把垃圾收得干干净净（样例）", 6, at).id();
        desk.passOn(id, "绿化市容所", "打电话告诉了所长（样例）", crew.member(Role.DISPATCHER), at);
    }

    private Opinion suggest(String words, int who, Instant at) {
        return take(Kind.SUGGESTION, words, who, at);
    }

    private Opinion praise(String words, int who, Instant at) {
        return take(Kind.PRAISE, words, who, at);
    }

    private Opinion take(Kind kind, String words, int who, Instant at) {
        Person author = people.get(FIRST + who);
        return opinions.take(new NewOpinion(kind, words, null, null), author, at);
    }
}
