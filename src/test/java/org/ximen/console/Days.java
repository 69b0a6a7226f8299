package org.ximen.console;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ximen.activities.Activities;
import org.ximen.activities.ActivityPlan;
import org.ximen.cases.Actor;
import org.ximen.cases.Cases;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.deliberation.DeliberationDesk;
import org.ximen.deliberation.DeliberationDesk.CodeOrder;
import org.ximen.deliberation.DeliberationStep;
import org.ximen.deliberation.DeliberationText;
import org.ximen.deliberation.Deliberations;
import org.ximen.deliberation.PaperEntry;
import org.ximen.district.Point;
import org.ximen.handoff.Handoff;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notices;
import org.ximen.opinions.NewOpinion;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.Opinions;
import org.ximen.residents.Residents;
import org.ximen.staff.Role;
import org.ximen.testing.Proven;
import org.ximen.testing.Workbench;
import org.ximen.topics.TopicDesk;
import org.ximen.topics.TopicPlan;
import org.ximen.topics.TopicStep;
import org.ximen.topics.Topics;
import org.ximen.visits.NewSubject;
import org.ximen.visits.NewVisit;
import org.ximen.visits.VisitOutcome;
import org.ximen.visits.Visits;

/** Some weeks of work, so that pages have something to show. */
final class Days {
    private static final List<String> PLACES =
            List.of("文庙路215号", "曹家街2弄", "大林路100号", "净土街30号", "学宫街12号");
    private static final List<String> WORDS =
            List.of("窨井盖没了，晚上很危险", "垃圾堆了三天没人收", "路灯不亮", "共享单车堵住门口", "楼道里堆满杂物");
    private static final List<String> CODES = List.of("C0102", "E0110", "C0137", "E0498", "E0192");

    private final Workbench bench;
    private final Instant now;

    Days(Workbench bench, Instant now) {
        this.bench = bench;
        this.now = now;
    }

    /** The number of the case that waits for a handler. */
    String fill() {
        for (int i = 0; i < 40; i++) {
            var at = now.minus(40 - i, DAYS).minus(i % 5, HOURS);
            close(report(i, at), at, i % 4);
        }
        var waiting =
                bench.reportWithPhoto(
                        "弄堂口垃圾堆了三天没人收", "E0110", new Point(31.2178, 121.4862), now.minus(3, HOURS));
        move(waiting, Move.of(Verb.FILE), now.minus(2, HOURS));
        move(waiting, Move.dispatchTo("城管中队"), now.minus(1, HOURS));
        report(2, now.minus(10, DAYS));
        report(0, now.minus(30, java.time.temporal.ChronoUnit.MINUTES));
        bench.get(Cases.class).sweep(now);
        var notices = bench.get(Notices.class);
        var text =
                new NewNotice("净土街周六停水", "本周六 9 点到 15 点停水，请提前储水。", Set.of(), Set.of(), null, null);
        notices.write(text, bench.member(Role.EDITOR), now);
        signUp();
        var person = bench.get(Residents.class).meet(new Sender("web", "asks"), now);
        bench.get(Handoff.class).ask(person, "居住证到期了怎么续？", now);
        var opinions = bench.get(Opinions.class);
        opinions.take(
                new NewOpinion(Opinion.Kind.SUGGESTION, "文庙路加一排长椅", "文庙路", null),
                person,
                now.minus(30, DAYS));
        opinions.take(new NewOpinion(Opinion.Kind.PRAISE, "环卫工人真负责", null, null), person, now);
        return waiting;
    }

    /** An activity with a seat that is taken and somebody who waits; its id is 1. */
    private void signUp() {
        var begins = now.plus(9, DAYS);
        var day = Shown.day(begins).minusDays(1);
        var plan = new ActivityPlan("口腔义诊", "", "", "文庙路居民活动室", begins, null, day, 1, 1);
        var activities = bench.get(Activities.class);
        var activity = activities.desk().open(plan, bench.member(Role.EDITOR), now);
        for (var name : List.of("first", "second")) {
            var person = bench.get(Residents.class).meet(new Sender("web", name), now);
            activities.sign(activity.id(), person, 1, now);
        }
    }

    /** A sign of what comes back, and something that is treated; the ids are 1 and 2. */
    void comeBack() {
        for (int i = 0; i < 6; i++) {
            var at = now.minus(2 + i, DAYS);
            bench.report("neighbour" + i, "黄家路12弄垃圾堆了三天", "黄家路12弄", "E0110", at);
            bench.report("neighbour" + i, "永泰街8号路灯不亮", "永泰街8号", "C0137", at);
        }
        var noon = Shown.day(now).plusDays(1).atTime(12, 0).atZone(Shown.SHANGHAI).toInstant();
        bench.get(Topics.class).sweep(noon);
        var plan = new TopicPlan("admin", "桶不够", Shown.day(now).plusDays(30));
        var measure = new TopicStep.AddMeasure("换线路", "城运中心", Shown.day(now));
        var desk = bench.get(TopicDesk.class);
        desk.take(2, new TopicStep.Raise(plan, measure), bench.member(Role.ADMIN), now);
    }

    /** Something that is proposed, and something that is voted on; the ids are 1 and 2. */
    void talkOver() {
        var desk = bench.get(DeliberationDesk.class);
        var editor = bench.member(Role.EDITOR);
        var options = List.of("装在南面", "装在北面");
        var text = new DeliberationText("3号楼加装电梯", "装在南面还是北面。", null, options);
        desk.propose(text, null, editor, now);
        long id = desk.propose(text, null, editor, now);
        var last = Shown.day(now).plusDays(7);
        desk.take(id, new DeliberationStep.Open(last), editor, now);
        var person = bench.get(Residents.class).meet(new Sender("web", "asks"), now);
        bench.get(Deliberations.class).comment(id, person, "装在南面吧。", now);
        desk.take(id, new DeliberationStep.Meet(now.plus(1, DAYS), "居民活动室"), editor, now);
        var code = desk.makeCodes(id, new CodeOrder(5, 0), editor, now).getFirst();
        desk.take(id, new DeliberationStep.Vote(last), editor, now);
        long option = desk.get(id, editor).item().options().getFirst().id();
        desk.enterPaper(id, new PaperEntry(List.of(code), Map.of(option, 1)), editor, now);
    }

    /** A household that was visited, with a case and a suggestion; its id is 1. */
    void visit() {
        var desk = bench.get(Visits.class).desk();
        var leader = bench.member(Role.LEADER);
        var household = new NewSubject("household", "王阿婆", "文庙路215号", null, "13812345678");
        long id = desk.add(household, "first-form", leader, now.minus(9, DAYS)).id();
        var errand = "弄堂口垃圾堆了三天没人收";
        var found = new NewVisit(VisitOutcome.MET, null, "精神好", errand, null, "加一把椅子", "独居", true);
        desk.visit(id, "first-visit", found, leader, now.minus(8, DAYS));
    }

    private String report(int i, Instant at) {
        var place = PLACES.get(i % PLACES.size());
        var words = place + WORDS.get(i % WORDS.size());
        return bench.report(words, place, CODES.get(i % CODES.size()), at);
    }

    /** Takes the case so far. */
    private void close(String number, Instant at, int far) {
        var steps =
                List.of(
                        Move.of(Verb.FILE),
                        Move.dispatchTo("城管中队"),
                        Move.of(Verb.HANDLE, "已处理"),
                        Move.of(Verb.VERIFY),
                        Move.of(Verb.CLOSE));
        steps.stream().limit(far == 0 ? 5 : 2 + far).forEach(step -> move(number, step, at));
    }

    private void move(String number, Move move, Instant at) {
        var cases = bench.get(Cases.class);
        var item = cases.find(number).orElseThrow();
        cases.move(number, Proven.of(move, item), Actor.system(), at);
    }
}
