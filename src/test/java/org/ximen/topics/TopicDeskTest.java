package org.ximen.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseChange;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.residents.Person;
import org.ximen.staff.Bindings;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

/** The life of what comes back, from a sign to its effect. */
class TopicDeskTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final String LANE = "曹家街2弄";
    private static final String RUBBISH = "E0110";
    private static final TopicStep.Raise RAISE = new TopicStep.Raise(TopicPlan.NONE, null);

    @TempDir Path home;

    private static Instant ago(int days) {
        return NOW.minus(DAY.multipliedBy(days));
    }

    private static Person person(Office office, String name) {
        return office.residents.meet(new Sender("pigeon", name), ago(200));
    }

    private static GridCase report(Office office, String who, String place, Instant at) {
        var reporter = person(office, who);
        var where = office.district.placeIn(place).orElseThrow();
        var draft = new Draft(place + "垃圾没人收", RUBBISH, where, List.of(), false, false);
        return office.cases.report(draft, reporter.id(), reporter.sender(), at);
    }

    private StaffMember dispatcher(Office office) {
        return office.hire(Role.DISPATCHER, home, NOW);
    }

    private static List<CaseTopic> list(Office office, TopicState state, StaffMember by) {
        return office.topics.desk().list(state, by);
    }

    /** Five cases at the lane before, found by night. */
    private CaseTopic sign(Office office) {
        report(office, "li", LANE + "3号", ago(50));
        report(office, "wang", LANE + "弄堂口", ago(25));
        report(office, "li", LANE, ago(20));
        report(office, "zhao", LANE, ago(12));
        report(office, "wang", LANE, ago(3));
        office.topics.sweep(NOW);
        return list(office, TopicState.CANDIDATE, dispatcher(office)).getFirst();
    }

    private static void bind(Office office, StaffMember member, String chat) {
        var bindings = new Bindings(office.db, office.audit);
        bindings.bind(bindings.code(member, NOW), new Sender("pigeon", chat), NOW);
    }

    private static List<String> carried(Office office, Instant now) {
        office.pigeons.carried.clear();
        while (office.outbox.drain(now) > 0) {
            // until nothing is left
        }
        return List.copyOf(office.pigeons.carried);
    }

    @ParameterizedTest
    @EnumSource
    void aSignIsFoundByNightWithItsCasesAndGoesWhenItIsOver(TestDatabase database) {
        var office = new Office(database.open(), home);
        var sign = sign(office);
        var desk = dispatcher(office);
        assertThat(sign.title()).isEqualTo("曹家街2弄 · 暴露垃圾");
        assertThat(sign.counted()).isEqualTo(new Recurrence(5, 3, 5, 0));
        assertThat(office.topics.desk().get(sign.id(), desk, NOW).numbers()).hasSize(5);
        report(office, "sun", LANE, NOW);
        office.topics.sweep(NOW.plus(Duration.ofHours(2)));
        assertThat(list(office, TopicState.CANDIDATE, desk))
                .as("once a night")
                .singleElement()
                .satisfies(topic -> assertThat(topic.counted().cases()).isEqualTo(5));
        office.topics.sweep(NOW.plus(DAY));
        assertThat(list(office, TopicState.CANDIDATE, desk))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.id()).isEqualTo(sign.id());
                    assertThat(topic.counted().cases()).isEqualTo(6);
                });
        office.topics.sweep(NOW.plus(DAY.multipliedBy(100)));
        assertThat(list(office, TopicState.CANDIDATE, desk)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void reportersAreToldOnceAtTheStartWithoutAnyHouse(TestDatabase database) {
        var office = new Office(database.open(), home);
        var sign = sign(office);
        var desk = dispatcher(office);
        carried(office, NOW);
        var measure = new TopicStep.AddMeasure("加一只桶", "绿化市容所", LocalDate.parse("2026-12-15"));
        var raise = new TopicStep.Raise(new TopicPlan(null, "桶不够", null), measure);
        var file = office.topics.desk().take(sign.id(), raise, desk, NOW);
        assertThat(file.topic().state()).isEqualTo(TopicState.OPEN);
        assertThat(carried(office, NOW))
                .containsExactlyInAnyOrder(
                        "li 您在曹家街2弄报过 2 次“暴露垃圾”。这里 90 天里有 5 件，街道已立为“一类事”："
                                + "加一只桶，12月15日起。有了结果，再告诉您有没有变好。",
                        "wang 您在曹家街2弄报过 2 次“暴露垃圾”。这里 90 天里有 5 件，街道已立为“一类事”："
                                + "加一只桶，12月15日起。有了结果，再告诉您有没有变好。",
                        "zhao 您在曹家街2弄报过 1 次“暴露垃圾”。这里 90 天里有 5 件，街道已立为“一类事”："
                                + "加一只桶，12月15日起。有了结果，再告诉您有没有变好。");
        assertThat(office.outbox.lines(new Sender("pigeon", "li"), 9))
                .extracting(line -> line.reply().topic())
                .contains(sign.id());
        assertThatThrownBy(() -> office.topics.desk().take(sign.id(), RAISE, desk, NOW))
                .hasMessageContaining("治理中");
        office.topics.sweep(NOW.plus(DAY));
        assertThat(carried(office, NOW.plus(DAY))).isEmpty();
        assertThat(office.audit.page("", "topic.", "topics/" + sign.id(), 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("曹家街2弄"));
    }

    @ParameterizedTest
    @EnumSource
    void newCasesOfAllSourcesAreLinkedAndLetGoWhenPutRight(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = sign(office).id();
        var desk = dispatcher(office);
        office.topics.desk().take(id, RAISE, desk, NOW);
        var next = report(office, "sun", LANE + "5号", NOW.plus(DAY));
        assertThat(office.topics.of(next.number())).isEmpty();
        office.topics.link(next.number(), NOW.plus(DAY));
        assertThat(office.topics.of(next.number()))
                .singleElement()
                .satisfies(link -> assertThat(link.nth()).isEqualTo(6));
        var byStaff = report(office, "qian", LANE, NOW.plus(DAY).plusSeconds(60));
        office.topics.sweep(NOW.plus(DAY).plusSeconds(600));
        assertThat(office.topics.of(byStaff.number()))
                .singleElement()
                .satisfies(link -> assertThat(link.nth()).isEqualTo(7));
        var elsewhere = report(office, "sun", "大林路100号", NOW.plus(DAY));
        assertThat(office.topics.of(elsewhere.number())).isEmpty();
        var lamp = new CaseChange("C0137", null, null, null, null, List.of(), null);
        var move = Move.of(Verb.RECLASSIFY, "不是垃圾", lamp);
        var admin = Actor.staff("admin", Role.ADMIN, null);
        office.cases.move(byStaff.number(), move, admin, NOW.plus(DAY).plusSeconds(700));
        office.topics.sweep(NOW.plus(DAY.multipliedBy(2)));
        assertThat(office.topics.of(byStaff.number())).isEmpty();
        assertThat(office.topics.of(next.number())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theEffectIsWhatOneCountsByHand(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = sign(office).id();
        var desk = dispatcher(office);
        office.topics.desk().take(id, RAISE, desk, NOW);
        // Of the five before, the one of 50 days ago is outside 30 days.
        report(office, "li", LANE, NOW.plus(DAY.multipliedBy(10)));
        var joined = report(office, "li", LANE, NOW.plus(DAY.multipliedBy(11)));
        office.cases.move(
                joined.number(),
                Move.of(Verb.CANCEL),
                Actor.reporter(person(office, "li").id()),
                NOW.plus(DAY.multipliedBy(11)));
        report(office, "zhao", LANE, NOW.plus(DAY.multipliedBy(40)));
        office.topics.sweep(NOW.plus(DAY.multipliedBy(41)));
        var later = NOW.plus(DAY.multipliedBy(45));
        assertThat(office.topics.desk().get(id, desk, later).effects())
                .containsExactly(
                        new TopicEffect(30, 4, 1, 30, null), new TopicEffect(90, 5, 2, 45, null));
        carried(office, later);
        var file = office.topics.desk().take(id, new TopicStep.End("桶加好了。"), desk, later);
        assertThat(file.topic().state()).isEqualTo(TopicState.ENDED);
        assertThat(file.asked()).isEqualTo(3);
        assertThat(carried(office, later))
                .hasSize(3)
                .contains("zhao 曹家街2弄的“暴露垃圾”这一类事结束了：桶加好了。立题前 30 天 4 件，之后 30 天 1 件。您觉得呢？点一下就行。");
        assertThat(new TopicEffect(30, 2, 0, 30, null).tooFew()).isTrue();
        assertThat(new TopicEffect(30, 4, 1, 30, null).tooFew()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheyThinkIsCountedOnceAPersonAndSilenceForNothing(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = sign(office).id();
        var desk = dispatcher(office);
        bind(office, desk, "desk");
        office.topics.desk().take(id, RAISE, desk, NOW);
        var li = person(office, "li");
        assertThat(office.topics.judge(id, li, EffectVerdict.BETTER, NOW)).isEmpty();
        office.topics.desk().take(id, new TopicStep.End("桶加好了"), desk, NOW.plus(DAY));
        assertThat(carried(office, NOW.plus(DAY)))
                .as("nothing is said of the effect after a day")
                .contains("li 曹家街2弄的“暴露垃圾”这一类事结束了：桶加好了。您觉得呢？点一下就行。");
        for (var said : List.of(EffectVerdict.WORSE, EffectVerdict.SAME, EffectVerdict.WORSE)) {
            assertThat(office.topics.judge(id, li, said, NOW.plus(DAY))).isPresent();
        }
        assertThat(office.topics.judge(id, person(office, "wang"), EffectVerdict.BETTER, NOW))
                .isPresent();
        assertThat(office.topics.judge(id, person(office, "sun"), EffectVerdict.BETTER, NOW))
                .isEmpty();
        assertThat(carried(office, NOW.plus(DAY)))
                .singleElement()
                .asString()
                .startsWith("desk 有居民说一类事“曹家街2弄 · 暴露垃圾”没好");
        var file = office.topics.desk().get(id, desk, NOW.plus(DAY));
        assertThat(file.asked()).isEqualTo(3);
        assertThat(file.answers())
                .isEqualTo(Map.of(EffectVerdict.WORSE, 1L, EffectVerdict.BETTER, 1L));
        assertThat(office.topics.holding().export().of(li))
                .containsExactly("告诉过您的一类事：曹家街2弄 · 暴露垃圾（您说没好）");
        office.residents.language(li, "en");
        assertThat(office.topics.holding().export().of(person(office, "li")))
                .singleElement()
                .asString()
                .endsWith("(you said: Not better)");
        office.topics.holding().erase().person(li, NOW);
        assertThat(office.topics.holding().export().of(li)).isEmpty();
        assertThat(office.topics.desk().get(id, desk, NOW).answers())
                .containsEntry(EffectVerdict.WORSE, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void tenDaysWithoutAnOwnerAndTheDayOfReviewAreTold(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = sign(office).id();
        var desk = dispatcher(office);
        var raise =
                new TopicStep.Raise(new TopicPlan(null, null, LocalDate.parse("2026-12-10")), null);
        office.topics.desk().take(id, raise, desk, NOW);
        office.topics.sweep(NOW.plus(DAY.multipliedBy(9)));
        var tenth = NOW.plus(DAY.multipliedBy(10));
        office.topics.sweep(tenth);
        carried(office, tenth);
        bind(office, desk, "desk");
        office.topics.sweep(tenth.plusSeconds(600));
        office.topics.sweep(tenth.plusSeconds(1200));
        assertThat(carried(office, tenth.plusSeconds(1200)))
                .singleElement()
                .asString()
                .startsWith("desk 一类事“曹家街2弄 · 暴露垃圾”立了 10 天还没有牵头人");
        var admin = office.accounts.find("admin").orElseThrow();
        bind(office, admin, "boss");
        var plan = new TopicPlan("admin", "桶不够", LocalDate.parse("2026-12-10"));
        office.topics.desk().take(id, new TopicStep.Replan(plan), desk, tenth);
        var review = NOW.plus(DAY.multipliedBy(17));
        office.topics.sweep(review);
        office.topics.sweep(review.plusSeconds(600));
        assertThat(carried(office, review.plusSeconds(600)))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("回头看"))
                .anySatisfy(line -> assertThat(line).startsWith("boss "));
        assertThatThrownBy(() ->
                        office.topics
                                .desk()
                                .take(
                                        id,
                                        new TopicStep.Replan(new TopicPlan("nobody", null, null)),
                                        desk,
                                        review))
                .hasMessageContaining("没有叫“nobody”的账号");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPutAsideComesBackOnlyByNewCases(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = sign(office).id();
        var desk = dispatcher(office);
        assertThatThrownBy(
                        () -> office.topics.desk().take(id, new TopicStep.Dismiss(" "), desk, NOW))
                .hasMessageContaining("请写明为什么不是");
        office.topics.desk().take(id, new TopicStep.Dismiss("同一次装修"), desk, NOW);
        office.topics.sweep(NOW.plus(DAY));
        assertThat(list(office, TopicState.CANDIDATE, desk)).isEmpty();
        assertThat(list(office, TopicState.DISMISSED, desk)).hasSize(1);
        report(office, "li", LANE, NOW.plus(DAY.multipliedBy(2)));
        report(office, "wang", LANE, NOW.plus(DAY.multipliedBy(3)));
        office.topics.sweep(NOW.plus(DAY.multipliedBy(4)));
        assertThat(list(office, TopicState.CANDIDATE, desk)).isEmpty();
        report(office, "sun", LANE, NOW.plus(DAY.multipliedBy(4)));
        office.topics.sweep(NOW.plus(DAY.multipliedBy(5)));
        assertThat(list(office, TopicState.CANDIDATE, desk)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMergedBringsItsCasesAndItsSpot(TestDatabase database) {
        var office = new Office(database.open(), home);
        for (var who : List.of("li", "wang", "zhao")) {
            report(office, who, "学前街40号", ago(5 + who.length()));
        }
        var desk = dispatcher(office);
        var one = sign(office).id();
        var two =
                list(office, TopicState.CANDIDATE, desk).stream()
                        .filter(topic -> topic.place().equals("学前街"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var merge = new TopicStep.Merge(one);
        assertThatThrownBy(() -> office.topics.desk().take(two, merge, desk, NOW))
                .hasMessageContaining("请先把那一条立为一类事");
        office.topics.desk().take(one, RAISE, desk, NOW);
        office.topics.desk().take(two, RAISE, desk, NOW);
        carried(office, NOW);
        report(office, "new", "学前街40号", NOW.minusSeconds(60));
        office.topics.sweep(NOW.plusSeconds(60));
        office.topics.desk().take(two, merge, desk, NOW.plusSeconds(120));
        assertThat(carried(office, NOW.plusSeconds(120)))
                .as("who was told of one is not told of the other")
                .singleElement()
                .asString()
                .startsWith("new ");
        assertThat(office.topics.desk().get(one, desk, NOW).numbers()).hasSize(9);
        var next = report(office, "sun", "学前街42号", NOW.plus(DAY));
        office.topics.link(next.number(), NOW.plus(DAY));
        assertThat(office.topics.of(next.number()))
                .singleElement()
                .satisfies(link -> assertThat(link.topic().id()).isEqualTo(one));
        office.topics.sweep(NOW.plus(DAY));
        assertThat(list(office, TopicState.CANDIDATE, desk)).isEmpty();
        assertThat(office.topics.desk().get(one, desk, NOW).numbers()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource
    void aRiseOfTheWholeStreetIsASignWithoutAnySpot(TestDatabase database) {
        var office = new Office(database.open(), home);
        for (int i = 0; i < 12; i++) {
            report(office, "p" + i, "黄家路" + (40 * i + 1) + "号", ago(1 + i % 5));
        }
        report(office, "p0", "大林路15号", ago(30));
        var desk = dispatcher(office);
        office.topics.sweep(NOW);
        var rise = list(office, TopicState.CANDIDATE, desk).getFirst();
        assertThat(rise.title()).isEqualTo("全街道 · 暴露垃圾");
        assertThat(rise.median()).isZero();
        assertThat(rise.counted()).isEqualTo(new Recurrence(12, 12, 5, 0));
        carried(office, NOW);
        office.topics.desk().take(rise.id(), RAISE, desk, NOW);
        assertThat(carried(office, NOW))
                .hasSize(12)
                .contains(
                        "p0 您在老西门街道报过 2 次“暴露垃圾”。这里 90 天里有 13 件，街道已立为“一类事”："
                                + "正在找原因、定办法。有了结果，再告诉您有没有变好。");
        assertThat(office.topics.desk().get(rise.id(), desk, NOW).topic().counted())
                .as("a week, as its page says")
                .isEqualTo(new Recurrence(12, 12, 5, 0));
        var next = report(office, "li", "大林路15号", NOW.plus(DAY));
        office.topics.link(next.number(), NOW.plus(DAY));
        assertThat(office.topics.of(next.number())).hasSize(1);
        office.topics.sweep(NOW.plus(DAY));
        assertThat(list(office, TopicState.CANDIDATE, desk)).isEmpty();
        office.topics.sweep(NOW.plus(DAY.multipliedBy(5)));
        assertThat(list(office, TopicState.OPEN, desk).getFirst().counted().cases())
                .as("those of the seven days before")
                .isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void dispatchersSteerAndOthersOfTheAreaRead(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = sign(office).id();
        var admin = office.accounts.find("admin").orElseThrow();
        var near = handler(office, admin, "near", null, "曹家街居委会");
        var far = handler(office, admin, "far", null, "大林居委会");
        var cleaner = handler(office, admin, "cleaner", "绿化市容所", "大林居委会");
        assertThat(office.topics.desk().get(id, near, NOW).topic().id()).isEqualTo(id);
        assertThat(list(office, TopicState.CANDIDATE, near)).hasSize(1);
        assertThat(list(office, TopicState.CANDIDATE, far)).isEmpty();
        assertThat(list(office, TopicState.CANDIDATE, cleaner)).hasSize(1);
        var grid = hired(office, admin, "grid", Role.LEADER, null, "曹家街居委会");
        assertThat(list(office, TopicState.CANDIDATE, grid)).hasSize(1);
        for (var role : List.of(Role.LEADER, Role.VERIFIER)) {
            var other = hired(office, admin, "far." + role, role, null, "大林居委会");
            assertThat(list(office, TopicState.CANDIDATE, other)).as("%s", role).isEmpty();
        }
        assertThatThrownBy(() -> office.topics.desk().get(id, far, NOW))
                .hasMessageContaining("没有编号为 " + id);
        assertThatThrownBy(() -> office.topics.desk().take(id, RAISE, near, NOW))
                .hasMessageContaining("只有派遣员和管理员");
        var editor = office.hire(Role.EDITOR, home, NOW);
        assertThatThrownBy(() -> office.topics.desk().list(TopicState.OPEN, editor))
                .hasMessageContaining("派遣员、处置员");
        assertThatThrownBy(() -> office.topics.desk().get(77, admin, NOW))
                .hasMessageContaining("没有编号为 77");
    }

    private static StaffMember handler(
            Office office,
            StaffMember admin,
            String name,
            @Nullable String department,
            String area) {
        return hired(office, admin, name, Role.HANDLER, department, area);
    }

    private static StaffMember hired(
            Office office,
            StaffMember admin,
            String name,
            Role role,
            @Nullable String department,
            String area) {
        var code = office.district.area(area).orElseThrow().code();
        var account = new NewAccount(name, Office.PASSWORD, role, department, List.of(code));
        return office.accounts.create(account, admin, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void measuresAreTakenByUnitsAndTickedOff(TestDatabase database) {
        var office = new Office(database.open(), home);
        var id = sign(office).id();
        var desk = dispatcher(office);
        office.topics.desk().take(id, RAISE, desk, NOW);
        var add = new TopicStep.AddMeasure("改 7:30 清运。", "绿化市容所", null);
        var measure = office.topics.desk().take(id, add, desk, NOW).measures().getFirst();
        assertThat(measure.what()).isEqualTo("改 7:30 清运");
        assertThat(measure.department()).isEqualTo("lhsr");
        var done = new TopicStep.Done(measure.id(), LocalDate.parse("2026-11-23"));
        assertThat(office.topics.desk().take(id, done, desk, NOW).measures().getFirst().done())
                .isEqualTo(LocalDate.parse("2026-11-23"));
        assertThatThrownBy(() -> office.topics.desk().take(id, done, desk, NOW))
                .hasMessageContaining("没有这条还没做完的措施");
        var wrong = new TopicStep.AddMeasure("看看", "水务局", null);
        assertThatThrownBy(() -> office.topics.desk().take(id, wrong, desk, NOW))
                .hasMessageContaining("没有叫“水务局”的部门");
    }
}
