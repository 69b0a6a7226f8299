package org.ximen.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.cases.CategoryLessons.Confirmed;
import org.ximen.chat.Sender;
import org.ximen.readings.KeptReading.Why;
import org.ximen.residents.Person;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.HeardWords;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Act;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading.Level;

class ReadingsTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void keepsWhatTheMachineWasNotSureOfWithoutNumbers(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        office.readings.heard(wang, heard("垃圾几点收", Act.ASK, .95, Act.REPORT, .02), NOW);
        office.readings.heard(
                wang, heard("文庙路215号垃圾，电话13812345678", Act.ASK, .5, Act.REPORT, .4), NOW);
        office.readings.heard(wang, heard("文庙路30弄垃圾", Act.ASK, .45, Act.GREET, .1), NOW);
        assertThat(waiting(office))
                .extracting(kept -> kept.read().words(), KeptReading::why)
                .containsExactly(
                        tuple("文庙路*弄垃圾", Why.UNSURE), tuple("文庙路*号垃圾，电话138********", Why.UNSURE));
        // The same words of somebody else stand there once.
        office.readings.heard(
                person(office, "li"), heard("文庙路31弄垃圾", Act.ASK, .45, Act.GREET, .1), NOW);
        assertThat(waiting(office)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aKindThatStaffNameForACaseIsAnExampleUntilTheyNameAnother(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var words = "文庙路215号门口井盖没了，电话13812345678";
        office.readings.learn(
                new Confirmed("XM-20261123-0001", wang.id(), words, "C0137", "E0110", "desk"), NOW);
        var kept = judged(office);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().why()).isEqualTo(Why.RECLASSIFIED);
        assertThat(kept.getFirst().read().words()).isEqualTo("文庙路*号门口井盖没了，电话138********");
        assertThat(said(kept).category()).isEqualTo("E0110");
        office.readings.learn(
                new Confirmed("XM-20261123-0001", wang.id(), words, "E0110", "C0102", "desk"), NOW);
        var again = judged(office);
        assertThat(again).hasSize(1);
        assertThat(said(again).category()).isEqualTo("C0102");
        office.readingDesk.revoke(again.getFirst().id(), dispatcher(office), NOW);
        assertThat(judged(office)).isEmpty();
    }

    private static Correction said(List<KeptReading> judged) {
        return Objects.requireNonNull(judged.getFirst().judgement()).said();
    }

    private List<KeptReading> judged(Office office) {
        return office.readingDesk.list(true, 0, 10, dispatcher(office));
    }

    private StaffMember dispatcher(Office office) {
        return office.hire(Role.DISPATCHER, home, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void whatThePersonChoosesAfterwardsMakesASureReadingWorthALook(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        office.readings.heard(wang, heard("楼下棋牌桌", Act.ASK, .99, Act.REPORT, .01), NOW);
        assertThat(waiting(office)).isEmpty();
        office.readings.meant(wang, Act.REPORT, NOW);
        var changed = waiting(office).getFirst();
        assertThat(changed.why()).isEqualTo(Why.CHANGED);
        assertThat(changed.meant()).isEqualTo(Act.REPORT);

        office.readings.heard(wang, report("长凳坏了", "C0199", .9), NOW);
        office.readings.meant(wang, "C0199", NOW);
        assertThat(waiting(office)).hasSize(1);
        office.readings.meant(wang, "E0405", NOW);
        assertThat(waiting(office).getFirst().meantCategory()).isEqualTo("E0405");

        var li = person(office, "li");
        office.readings.heard(li, heard("那个啥", Act.GREET, .99, Act.ASK, .01), NOW);
        office.readings.misunderstood(li, NOW);
        assertThat(waiting(office))
                .extracting(KeptReading::why)
                .containsExactly(Why.CHANGED, Why.CHANGED, Why.MISUNDERSTOOD);
        // Half an hour later nobody knows what it was about.
        office.readings.heard(li, heard("谢谢", Act.THANK, .99, Act.ASK, .01), NOW);
        office.readings.misunderstood(li, NOW.plus(Duration.ofHours(1)));
        assertThat(waiting(office)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void onePersonFillsNoList(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        for (int i = 0; i < 30; i++) {
            var words = "怪话" + "啊".repeat(i);
            office.readings.heard(wang, heard(words, Act.ASK, .4, Act.REPORT, .3), NOW);
        }
        assertThat(waiting(office)).hasSize(20);
        office.readings.heard(wang, heard("第二天", Act.ASK, .4, Act.GREET, .3), NOW.plus(DAY));
        assertThat(waiting(office)).hasSize(21);
    }

    @ParameterizedTest
    @EnumSource
    void whoMaySeeNoCaseReadsNoneHere(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        office.readings.heard(wang, heard("想问问", Act.ASK, .4, Act.GREET, .3), NOW);
        office.readings.heard(wang, inCase("门口那摊水", Act.SUPPLEMENT, .4), NOW);
        office.readings.heard(wang, alarm("着火了"), NOW);
        office.readings.heard(wang, heard("所里的人凶", Act.GRIEVANCE, .5, Act.ASK, .4), NOW);
        var editor = office.hire(Role.EDITOR, home, NOW);
        var clerk = hire(office, "clerk", Role.EDITOR, "绿化市容所");
        assertThat(words(office, office.hire(Role.DISPATCHER, home, NOW)))
                .containsExactlyInAnyOrder("想问问", "门口那摊水", "着火了", "所里的人凶");
        assertThat(words(office, editor)).containsExactlyInAnyOrder("想问问", "所里的人凶");
        assertThat(words(office, clerk)).containsExactly("想问问");
        long fire = waiting(office).getFirst().id();
        assertThatThrownBy(() -> office.readingDesk.get(fire, editor))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> office.readingDesk.judge(fire, Correction.RIGHT, editor, NOW))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> words(office, office.hire(Role.HANDLER, home, NOW)))
                .isInstanceOf(StaffRefused.class);
        // What turns out to be a report is one from then on.
        office.readings.heard(wang, heard("棋牌桌", Act.ASK, .4, Act.REPORT, .3), NOW);
        assertThat(words(office, editor)).contains("棋牌桌");
        office.readings.meant(wang, Act.REPORT, NOW);
        assertThat(words(office, editor)).doesNotContain("棋牌桌");
    }

    @ParameterizedTest
    @EnumSource
    void isJudgedAndTakenBack(TestDatabase database) {
        var office = new Office(database.open(), home);
        var admin = admin(office);
        office.readings.heard(
                person(office, "wang"), heard("棋牌桌", Act.ASK, .4, Act.REPORT, .3), NOW);
        long id = waiting(office).getFirst().id();
        var said = new Correction(false, Act.REPORT, "暴露垃圾", null);
        var judged =
                Objects.requireNonNull(office.readingDesk.judge(id, said, admin, NOW).judgement());
        assertThat(judged.said().category()).isEqualTo("E0110");
        assertThat(judged.by()).isEqualTo("admin");
        assertThat(waiting(office)).isEmpty();
        assertThat(office.readingDesk.list(true, 0, 10, admin)).hasSize(1);
        assertThat(office.audit.page("", "reading.", "", 0, 10).getFirst().details())
                .isEqualTo("问问题 → 报问题；类别：暴露垃圾");
        office.readingDesk.revoke(id, admin, NOW);
        assertThat(waiting(office)).hasSize(1);
        assertThatThrownBy(() -> office.readingDesk.revoke(id, admin, NOW))
                .hasMessageContaining("还没有人核对");
        var nonsense = new Correction(false, null, "没有这一类", null);
        assertThatThrownBy(() -> office.readingDesk.judge(id, nonsense, admin, NOW))
                .hasMessageContaining("没有这个类别");
        assertThatThrownBy(() -> new Correction(false, null, null, null))
                .isInstanceOf(StaffRefused.class);
        assertThatThrownBy(() -> new Correction(false, Act.SMALLTALK, null, true))
                .isInstanceOf(StaffRefused.class);
    }

    @ParameterizedTest
    @EnumSource
    void isShownAndErasedWithThePersonAndGoesByItself(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var li = person(office, "li");
        office.readings.heard(wang, heard("棋牌桌", Act.ASK, .4, Act.REPORT, .3), NOW);
        office.readings.heard(wang, heard("广场舞", Act.ASK, .4, Act.REPORT, .3), NOW);
        office.readings.heard(li, heard("旧喇叭", Act.ASK, .4, Act.REPORT, .3), NOW);
        var holding = office.readings.holding();
        assertThat(holding.export().of(wang)).containsExactly("小助拿不准的话：广场舞", "小助拿不准的话：棋牌桌");
        office.readingDesk.judge(
                waiting(office).getFirst().id(), Correction.of(Act.REPORT), admin(office), NOW);
        assertThat(holding.trim().before(NOW.plus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(office.readingDesk.list(true, 0, 10, admin(office))).hasSize(1);
        assertThat(holding.trim().before(NOW.plus(Duration.ofDays(701)))).isEqualTo(1);

        office.readings.heard(wang, heard("再说一次", Act.ASK, .99, Act.GREET, .01), NOW);
        office.readings.heard(wang, heard("又一句", Act.ASK, .4, Act.GREET, .3), NOW);
        holding.erase().person(wang, NOW);
        assertThat(holding.export().of(wang)).isEmpty();
        // Not even what is only remembered comes back.
        office.readings.misunderstood(wang, NOW);
        assertThat(waiting(office)).isEmpty();
    }

    private static List<KeptReading> waiting(Office office) {
        return office.readingDesk.list(false, 0, 100, admin(office));
    }

    private static List<String> words(Office office, StaffMember by) {
        return office.readingDesk.list(false, 0, 100, by).stream()
                .map(kept -> kept.read().words())
                .toList();
    }

    private static StaffMember admin(Office office) {
        office.accounts.ensureAdmin(Path.of("unused"), "correct horse battery", NOW);
        return office.accounts.find(Accounts.ADMIN).orElseThrow();
    }

    private static StaffMember hire(
            Office office, String name, Role role, @Nullable String department) {
        return office.accounts.create(
                new NewAccount(
                        name,
                        "correct horse battery",
                        role,
                        department,
                        List.of(StaffMember.EVERYWHERE)),
                admin(office),
                NOW);
    }

    private static Person person(Office office, String name) {
        return office.residents.meet(new Sender("pigeon", name), NOW);
    }

    private static HeardMessage heard(String words, Act act, double best, Act next, double less) {
        return HeardWords.of(words, act, best, next, less).message();
    }

    private static HeardMessage report(String words, String code, double sure) {
        return HeardWords.of(words, Act.REPORT, .99, Act.ASK, .01)
                .inCase(new CategoryGuess(code, sure))
                .message();
    }

    private static HeardMessage inCase(String words, Act act, double best) {
        return HeardWords.of(words, act, best, Act.ASK, .1).inCase().message();
    }

    private static HeardMessage alarm(String words) {
        return HeardWords.of(words, Act.HELP, .99, Act.ASK, .01).burning(Level.NOW).message();
    }
}
