package org.ximen.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.deliberation.Deliberation.VoteOption;
import org.ximen.deliberation.DeliberationDesk.CodeOrder;
import org.ximen.residents.Person;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;
import org.ximen.text.Language;

/** The life of what is talked over, from the proposal to its end. */
class DeliberationDeskTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST = TODAY.plusDays(7);
    private static final Instant AFTER = NOW.plus(Duration.ofDays(8));
    private static final DeliberationText TEXT =
            new DeliberationText(
                    "3号楼加装电梯", "装在南面还是北面，费用怎么分。", null, List.of("装在南面", "装在北面", "先不装"));

    private static final Set<DeliberationVerb> LATE =
            Set.of(DeliberationVerb.PUBLISH, DeliberationVerb.MINUTES);

    @TempDir Path home;

    private static Person person(Office office, String name) {
        return office.residents.meet(new Sender("pigeon", name), NOW);
    }

    private StaffMember staff(Office office, Role role) {
        return office.hire(role, home, NOW);
    }

    private StaffMember hired(Office office, String name, Role role, String area) {
        office.accounts.ensureAdmin(home, Office.PASSWORD, NOW);
        var code = office.district.area(area).orElseThrow().code();
        return office.accounts.create(
                new NewAccount(name, Office.PASSWORD, role, null, List.of(code)),
                office.accounts.find(Accounts.ADMIN).orElseThrow(),
                NOW);
    }

    private static DeliberationDesk desk(Office office) {
        return office.deliberations.desk();
    }

    /** One in a state, with three codes once it is voted on. */
    private One in(Office office, DeliberationState state) {
        var editor = staff(office, Role.EDITOR);
        var desk = desk(office);
        long id = desk.propose(TEXT, null, editor, NOW);
        var one = new One(id, new ArrayList<>());
        var way =
                List.of(
                        new DeliberationStep.Open(LAST),
                        new DeliberationStep.Meet(NOW.plusSeconds(3600), "居民活动室"),
                        new DeliberationStep.Vote(LAST),
                        new DeliberationStep.Publish("装在南面", "北面影响采光。"),
                        new DeliberationStep.CarryOut("打桩", LAST),
                        new DeliberationStep.Finish("电梯开了。"));
        for (var step : way) {
            if (desk.get(id, editor).item().state() == state) {
                return one;
            }
            if (step instanceof DeliberationStep.Vote) {
                one.codes.addAll(desk.makeCodes(id, new CodeOrder(3, 0), editor, NOW));
            }
            boolean late = step instanceof DeliberationStep.Publish;
            desk.take(id, step, editor, late ? AFTER : NOW);
        }
        if (state == DeliberationState.DROPPED) {
            long dropped = desk.propose(TEXT, null, editor, NOW);
            desk.take(dropped, new DeliberationStep.Drop("撤了"), editor, NOW);
            return new One(dropped, one.codes);
        }
        return one;
    }

    private record One(long id, List<BallotCode> codes) {}

    /** What each verb needs, apart from a state. */
    private static Map<DeliberationVerb, DeliberationStep> steps(Deliberation item) {
        long measure = item.measures().isEmpty() ? 0 : item.measures().getFirst().id();
        var steps = new EnumMap<DeliberationVerb, DeliberationStep>(DeliberationVerb.class);
        List.of(
                        new DeliberationStep.Edit(TEXT),
                        new DeliberationStep.Open(LAST),
                        new DeliberationStep.Meet(NOW.plusSeconds(3600), "居民活动室"),
                        new DeliberationStep.Extend(LAST.plusDays(40)),
                        new DeliberationStep.Minutes("来了 20 户。"),
                        new DeliberationStep.Vote(LAST.plusDays(30)),
                        new DeliberationStep.Publish("装", "无"),
                        new DeliberationStep.CarryOut("打桩", LAST),
                        new DeliberationStep.AddMeasure("验收", LAST),
                        new DeliberationStep.MeasureDone(measure, TODAY),
                        new DeliberationStep.Finish("完"),
                        new DeliberationStep.Drop("撤"))
                .forEach(step -> steps.put(step.verb(), step));
        return steps;
    }

    @Test
    void everyVerbInEveryStateIsWhatTheTableSays() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var editor = staff(office, Role.EDITOR);
        for (var state : DeliberationState.values()) {
            for (var verb :
                    steps(desk(office).get(in(office, state).id(), editor).item()).keySet()) {
                var one = in(office, state);
                if (state == DeliberationState.MEETING) {
                    desk(office).makeCodes(one.id(), new CodeOrder(1, 0), editor, NOW);
                }
                var all = steps(desk(office).get(one.id(), editor).item());
                var step = Objects.requireNonNull(all.get(verb));
                var wanted = verb.to().orElse(state);
                if (verb.fits(state)) {
                    var at = LATE.contains(verb) ? AFTER : NOW;
                    var after = desk(office).take(one.id(), step, editor, at);
                    assertThat(after.state()).as(state + " " + verb).isEqualTo(wanted);
                } else {
                    assertThatThrownBy(() -> desk(office).take(one.id(), step, editor, NOW))
                            .as(state + " " + verb)
                            .hasMessageContaining(verb.shown() + "做不了");
                }
            }
        }
    }

    @Test
    void onlyThoseWhoMayReadAndSteer() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.COMMENTS);
        var mine = hired(office, "wenmiao", Role.EDITOR, "文庙居委会");
        var leader = hired(office, "leader.wenmiao", Role.LEADER, "文庙居委会");
        var text = new DeliberationText("停车怎么收费", "听听大家的。", "曹家街居委会", List.of());
        long other = desk(office).propose(text, null, staff(office, Role.ADMIN), NOW);
        var drop = new DeliberationStep.Drop("撤");
        for (var role : Role.values()) {
            var member = staff(office, role);
            boolean reads =
                    List.of(Role.EDITOR, Role.APPROVER, Role.LEADER, Role.ADMIN).contains(role);
            if (reads) {
                assertThat(desk(office).list(null, member)).hasSize(2);
            } else {
                assertThatThrownBy(() -> desk(office).list(null, member))
                        .hasMessageContaining("协商由");
            }
            if (!reads || role == Role.LEADER) {
                assertThatThrownBy(() -> desk(office).take(one.id(), drop, member, NOW))
                        .hasMessageContaining("协商由");
                assertThatThrownBy(() -> desk(office).propose(TEXT, null, member, NOW))
                        .hasMessageContaining("协商由");
            }
        }
        // What is for the whole street all who read see; of other areas they see nothing.
        assertThat(desk(office).list(null, mine))
                .extracting(Deliberation::id)
                .containsExactly(one.id());
        assertThat(desk(office).list(null, leader)).hasSize(1);
        assertThatThrownBy(() -> desk(office).get(other, leader)).hasMessageContaining("没有这个议题");
        assertThatThrownBy(() -> desk(office).take(other, drop, mine, NOW))
                .hasMessageContaining("没有这个议题");
        assertThatThrownBy(() -> desk(office).take(one.id(), drop, mine, NOW))
                .hasMessageContaining("只办自己的区域");
        assertThatThrownBy(() -> desk(office).propose(text, null, mine, NOW))
                .hasMessageContaining("只办自己的区域");
        var own = new DeliberationText("长椅放哪里", "听听大家的。", "文庙居委会", List.of());
        long id = desk(office).propose(own, null, mine, NOW);
        assertThat(desk(office).get(id, leader).item().title()).isEqualTo("长椅放哪里");
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsGoodForOneVoteHoweverManyTryAtOnce(TestDatabase database) throws Exception {
        var office = new Office(database.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var options = options(office, one);
        var tries = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 24; i++) {
            var code = one.codes().get(i % 2);
            long option = options.get(i % 3).id();
            tries.add(() -> office.deliberations.vote(code.hash(), option, NOW).isPresent());
        }
        long cast = 0;
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (Future<Boolean> each : pool.invokeAll(tries)) {
                cast += each.get() ? 1 : 0;
            }
        }
        assertThat(cast).isEqualTo(2);
        var item = item(office, one);
        assertThat(item.ballots()).isEqualTo(2);
        assertThat(item.options().stream().mapToInt(VoteOption::votes).sum()).isEqualTo(2);
        assertThat(item.turnout()).contains(67);
    }

    private Deliberation item(Office office, One one) {
        return desk(office).get(one.id(), staff(office, Role.ADMIN)).item();
    }

    private List<VoteOption> options(Office office, One one) {
        return item(office, one).options();
    }

    @ParameterizedTest
    @EnumSource
    void whoTypesWrongCodesIsStoppedForTheDayAndNobodyElse(TestDatabase database) {
        var office = new Office(database.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var wang = person(office, "wang");
        var wrong = new BallotCode("zzzzzzzz");
        for (int left = 4; left >= 0; left--) {
            assertThat(office.deliberations.check(wrong, wang, NOW))
                    .isEqualTo(new CodeCheck.Wrong(left));
        }
        var good = one.codes().getFirst();
        assertThat(office.deliberations.check(good, wang, NOW)).isEqualTo(new CodeCheck.Wrong(0));
        assertThat(office.deliberations.check(good, person(office, "li"), NOW))
                .isInstanceOf(CodeCheck.Good.class);
        assertThat(office.deliberations.check(good, wang, NOW.plus(Duration.ofDays(1))))
                .isInstanceOf(CodeCheck.Good.class);
        long option = options(office, one).getFirst().id();
        assertThat(office.deliberations.vote(good.hash(), option, NOW)).isPresent();
        assertThat(office.deliberations.check(good, person(office, "li"), NOW))
                .isEqualTo(new CodeCheck.Used());
        var late = one.codes().getLast();
        assertThat(office.deliberations.check(late, person(office, "li"), AFTER))
                .isEqualTo(new CodeCheck.Closed());
        assertThat(office.deliberations.vote(late.hash(), option, AFTER)).isEmpty();
        assertThat(office.deliberations.vote(late.hash(), option + 100, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void paperCountsOnceASecondNameHasConfirmedIt(TestDatabase database) {
        var office = new Office(database.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var editor = staff(office, Role.EDITOR);
        var leader = staff(office, Role.LEADER);
        var options = options(office, one);
        var first = new PaperEntry(one.codes().subList(0, 2), Map.of(options.get(1).id(), 2));
        desk(office).enterPaper(one.id(), first, editor, NOW);
        long paper = desk(office).get(one.id(), editor).papers().getFirst().id();
        assertThat(item(office, one).ballots()).isZero();
        assertThatThrownBy(() -> desk(office).confirmPaper(one.id(), paper, editor, NOW))
                .hasMessageContaining("另一位同事");
        var publish = new DeliberationStep.Publish("装", "无");
        assertThatThrownBy(() -> desk(office).take(one.id(), publish, editor, AFTER))
                .hasMessageContaining("还有纸质选票");
        desk(office).confirmPaper(one.id(), paper, leader, NOW);
        assertThatThrownBy(() -> desk(office).confirmPaper(one.id(), paper, leader, NOW))
                .hasMessageContaining("已经核对或退回");
        assertThat(options(office, one).get(1))
                .isEqualTo(new VoteOption(options.get(1).id(), "装在北面", 2, 2));
        assertThat(
                        office.deliberations.vote(
                                one.codes().getFirst().hash(), options.getFirst().id(), NOW))
                .isEmpty();
        assertThatThrownBy(() -> desk(office).enterPaper(one.id(), first, editor, NOW))
                .hasMessageContaining("已经投过");
        // A household that votes by telephone before its paper is confirmed counts once.
        var last = new PaperEntry(one.codes().subList(2, 3), Map.of(options.get(0).id(), 1));
        desk(office).enterPaper(one.id(), last, editor, NOW);
        long late = desk(office).get(one.id(), editor).papers().getFirst().id();
        assertThat(
                        office.deliberations.vote(
                                one.codes().getLast().hash(), options.get(2).id(), NOW))
                .isPresent();
        assertThatThrownBy(() -> desk(office).confirmPaper(one.id(), late, leader, NOW))
                .hasMessageContaining("已经投过");
        desk(office).rejectPaper(one.id(), late, leader, NOW);
        assertThat(item(office, one).ballots()).isEqualTo(3);
        // Everybody has voted: no need to wait for the last day.
        assertThat(desk(office).take(one.id(), publish, editor, NOW).state())
                .isEqualTo(DeliberationState.PUBLISHED);
    }

    @Test
    void paperThatCannotBeIsRefusedWhole() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var editor = staff(office, Role.EDITOR);
        long option = options(office, one).getFirst().id();
        var code = one.codes().getFirst();
        refused(office, one, new PaperEntry(List.of(code), Map.of(option, 2)), "要一样多");
        refused(office, one, new PaperEntry(List.of(code, code), Map.of(option, 2)), "写了两遍");
        refused(office, one, new PaperEntry(List.of(), Map.of()), "请写上选票码");
        refused(office, one, new PaperEntry(List.of(code), Map.of(option + 99, 1)), "请核对");
        var unknown = new BallotCode("zzzzzzzz");
        refused(
                office,
                one,
                new PaperEntry(List.of(code, unknown), Map.of(option, 2)),
                "没有选票码 ZZZZ-ZZZZ");
        assertThatThrownBy(() -> PaperEntry.codes("abcd-1234\n不是码")).hasMessageContaining("不是选票码");
        assertThat(PaperEntry.codes(" ABCD-EF2o \n\nabcd ef2l"))
                .containsExactly(new BallotCode("abcdef20"), new BallotCode("abcdef21"));
        assertThat(desk(office).get(one.id(), editor).papers()).isEmpty();
    }

    private void refused(Office office, One one, PaperEntry entry, String why) {
        var editor = staff(office, Role.EDITOR);
        assertThatThrownBy(() -> desk(office).enterPaper(one.id(), entry, editor, NOW))
                .hasMessageContaining(why);
    }

    @Test
    void nothingChangesWhileThereIsAVote() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var editor = staff(office, Role.EDITOR);
        var meeting = in(office, DeliberationState.MEETING);
        var vote = new DeliberationStep.Vote(LAST);
        assertThatThrownBy(() -> desk(office).take(meeting.id(), vote, editor, NOW))
                .hasMessageContaining("还没有选票码");
        var lost = desk(office).makeCodes(meeting.id(), new CodeOrder(2, 0), editor, NOW);
        assertThat(desk(office).voidCodes(meeting.id(), editor, NOW)).isEqualTo(2);
        assertThat(office.deliberations.check(lost.getFirst(), person(office, "wang"), NOW))
                .isInstanceOf(CodeCheck.Wrong.class);
        var one = in(office, DeliberationState.VOTING);
        assertThatThrownBy(() -> desk(office).makeCodes(one.id(), new CodeOrder(1, 0), editor, NOW))
                .hasMessageContaining("做选票码做不了");
        assertThatThrownBy(() -> desk(office).voidCodes(one.id(), editor, NOW))
                .hasMessageContaining("作废选票码做不了");
        var early = new DeliberationStep.Publish("装", "无");
        assertThatThrownBy(() -> desk(office).take(one.id(), early, editor, NOW))
                .hasMessageContaining("才结束");
        assertThatThrownBy(() ->
                        desk(office).makeCodes(meeting.id(), new CodeOrder(2001, 0), editor, NOW))
                .hasMessageContaining("1 到 2000");
    }

    @ParameterizedTest
    @EnumSource
    void whoFollowsHearsOfEachStepOnceAndIsForgottenWhole(TestDatabase database) {
        var office = new Office(database.open(), home);
        var one = in(office, DeliberationState.COMMENTS);
        var editor = staff(office, Role.EDITOR);
        var wang = person(office, "wang");
        var li = person(office, "li");
        office.deliberations.follow(one.id(), wang, true);
        office.deliberations.follow(one.id(), wang, true);
        office.deliberations.follow(one.id(), li, true);
        office.deliberations.follow(one.id(), li, false);
        var kept = office.deliberations.comment(one.id(), wang, "装南面，我电话13812345678", NOW);
        assertThat(kept).isInstanceOf(Deliberations.Taken.Kept.class);
        assertThat(desk(office).get(one.id(), editor).comments())
                .singleElement()
                .extracting(ResidentComment::words)
                .isEqualTo("装南面，我电话138********");
        var meet = new DeliberationStep.Meet(NOW.plusSeconds(3600), "居民活动室");
        desk(office).take(one.id(), meet, editor, NOW);
        desk(office).take(one.id(), meet, editor, NOW);
        office.deliberations.sweep(NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried)
                .singleElement()
                .asString()
                .startsWith("wang 协商“3号楼加装电梯”有新进展。征询结束了，开会商量：11月23日 11:00，居民活动室");
        assertThat(office.deliberations.comment(one.id(), wang, "再说一句", NOW))
                .isEqualTo(new Deliberations.Taken.NotNow());
        assertThat(office.deliberations.come(one.id(), li, true, NOW)).isPresent();
        assertThat(office.deliberations.come(one.id(), li, true, NOW.plusSeconds(7200))).isEmpty();
        assertThat(desk(office).get(one.id(), editor).guests()).isEqualTo(1);
        office.deliberations.come(one.id(), li, false, NOW);
        assertThat(desk(office).get(one.id(), editor).guests()).isZero();
        office.deliberations.come(one.id(), li, true, NOW);
        var holding = office.deliberations.holding();
        assertThat(holding.export().of(wang))
                .containsExactly("协商里的意见：3号楼加装电梯：装南面，我电话138********", "关注的协商：3号楼加装电梯");
        assertThat(holding.export().of(li)).containsExactly("要参加的会：3号楼加装电梯");
        holding.erase().person(wang, NOW);
        assertThat(holding.export().of(wang)).isEmpty();
        assertThat(desk(office).get(one.id(), editor).comments()).isEmpty();
        assertThat(desk(office).get(one.id(), editor).followers()).isZero();
    }

    @Test
    void whatIsSaidTwiceOrPutRightIsToldOnce() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.MEETING);
        var editor = staff(office, Role.EDITOR);
        office.deliberations.follow(one.id(), person(office, "wang"), true);
        office.deliberations.come(one.id(), person(office, "li"), true, NOW);
        var moved = new DeliberationStep.Meet(NOW.plusSeconds(7200), "老年活动室");
        desk(office).take(one.id(), moved, editor, NOW);
        desk(office).take(one.id(), moved, editor, NOW);
        assertThat(told(office))
                .containsExactlyInAnyOrder(
                        "wang 协商“3号楼加装电梯”的会改了：11月23日 12:00，老年活动室。",
                        "li 协商“3号楼加装电梯”的会改了：11月23日 12:00，老年活动室。");
        var minutes = new DeliberationStep.Minutes("来了 20 户。");
        assertThatThrownBy(() -> desk(office).take(one.id(), minutes, editor, NOW))
                .hasMessageContaining("会还没有开");
        desk(office).take(one.id(), minutes, editor, AFTER);
        desk(office).take(one.id(), minutes, editor, AFTER);
        desk(office).take(one.id(), new DeliberationStep.Minutes("来了 21 户。"), editor, AFTER);
        // Who begins to follow now has read how it stands.
        office.deliberations.follow(one.id(), person(office, "new"), true);
        assertThat(told(office)).hasSize(3);
        assertThat(item(office, one).sitting())
                .extracting(Deliberation.Sitting::minutes)
                .isEqualTo("来了 21 户。");
        assertThatThrownBy(() -> desk(office).take(one.id(), moved, editor, NOW))
                .hasMessageContaining("会已经开过");
    }

    @ParameterizedTest
    @EnumSource
    void aStepDoesNotWaitForThoseWhoFollowAndEachIsToldByThemselves(TestDatabase database) {
        var office = new Office(database.open(), home);
        var one = in(office, DeliberationState.COMMENTS);
        for (int i = 0; i < 250; i++) {
            office.deliberations.follow(one.id(), person(office, "p" + i), true);
        }
        var meet = new DeliberationStep.Meet(NOW.plusSeconds(3600), "居民活动室");
        desk(office).take(one.id(), meet, staff(office, Role.EDITOR), NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).isEmpty();
        // One who cannot be told holds up nobody, and is told later.
        var client = office.db.client();
        client.sql("alter table outbox add constraint no_p7 check (address <> 'p7')").update();
        office.deliberations.sweep(NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).hasSize(249);
        client.sql("alter table outbox drop constraint no_p7").update();
        office.deliberations.sweep(NOW);
        office.deliberations.sweep(NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).hasSize(250).doesNotHaveDuplicates();
        // Of two steps in a minute the newer is told.
        desk(office).take(one.id(), moved(), staff(office, Role.EDITOR), NOW);
        office.pigeons.carried.clear();
        desk(office)
                .take(one.id(), new DeliberationStep.Drop("没钱"), staff(office, Role.EDITOR), NOW);
        office.deliberations.sweep(NOW);
        office.outbox.drain(NOW);
        assertThat(office.pigeons.carried).hasSize(250).allMatch(line -> line.contains("不再商量了：没钱"));
    }

    @ParameterizedTest
    @EnumSource
    void whoComesHearsThatTheMeetingMovedWhateverIsNewer(TestDatabase database) {
        var office = new Office(database.open(), home);
        var one = in(office, DeliberationState.MEETING);
        var editor = staff(office, Role.EDITOR);
        var both = person(office, "both");
        office.deliberations.come(one.id(), both, true, NOW);
        office.deliberations.follow(one.id(), both, true);
        office.deliberations.come(one.id(), person(office, "guest"), true, NOW);
        office.deliberations.follow(one.id(), person(office, "reader"), true);
        desk(office).makeCodes(one.id(), new CodeOrder(1, 0), editor, NOW);
        desk(office).take(one.id(), moved(), editor, NOW);
        desk(office).take(one.id(), new DeliberationStep.Vote(LAST), editor, NOW);
        office.deliberations.sweep(NOW);
        office.deliberations.sweep(NOW);
        office.outbox.drain(NOW);
        var moved = "协商“3号楼加装电梯”的会改了：11月23日 12:00，老年活动室。";
        assertThat(office.pigeons.carried)
                .hasSize(3)
                .anyMatch(line -> line.startsWith("guest " + moved) && !line.contains("正在表决"))
                .anyMatch(line -> line.startsWith("both " + moved) && line.contains("正在表决"))
                .anyMatch(line -> line.startsWith("reader ") && !line.contains("会改了"));
        // Who comes hears no more than that.
        desk(office).take(one.id(), new DeliberationStep.Drop("没钱"), editor, NOW);
        office.pigeons.carried.clear();
        assertThat(told(office)).hasSize(2).noneMatch(line -> line.startsWith("guest"));
    }

    @ParameterizedTest
    @EnumSource
    void whoComesAndBeginsToFollowStillHearsThatTheMeetingMoved(TestDatabase database) {
        var office = new Office(database.open(), home);
        var one = in(office, DeliberationState.MEETING);
        var editor = staff(office, Role.EDITOR);
        var guest = person(office, "guest");
        office.deliberations.come(one.id(), guest, true, NOW);
        desk(office).take(one.id(), moved(), editor, NOW);
        office.deliberations.follow(one.id(), guest, true);
        office.deliberations.follow(one.id(), person(office, "new"), true);
        assertThat(told(office)).containsExactly("guest 协商“3号楼加装电梯”的会改了：11月23日 12:00，老年活动室。");
    }

    private static DeliberationStep moved() {
        return new DeliberationStep.Meet(NOW.plusSeconds(7200), "老年活动室");
    }

    private static List<String> told(Office office) {
        office.deliberations.sweep(AFTER);
        office.outbox.drain(AFTER);
        return office.pigeons.carried.stream()
                .map(line -> line.toString().lines().findFirst().orElseThrow())
                .toList();
    }

    @Test
    void aMeasureIsAddedOnceAndOneThatIsNotDoneIsSaidAtTheEnd() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.FOLLOW_UP);
        var editor = staff(office, Role.EDITOR);
        var again = new DeliberationStep.AddMeasure("打桩", LAST);
        assertThatThrownBy(() -> desk(office).take(one.id(), again, editor, AFTER))
                .hasMessageContaining("已经在落实里了");
        desk(office).take(one.id(), new DeliberationStep.Finish("先这样。"), editor, AFTER);
        assertThat(new DeliberationWords().standing(Language.ZH, item(office, one), LAST))
                .contains("打桩（没有做完）")
                .endsWith("办结：先这样。");
    }

    @Test
    void paperInHandsAndAnOrderSentTwiceChangeNothing() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.MEETING);
        var editor = staff(office, Role.EDITOR);
        desk(office).makeCodes(one.id(), new CodeOrder(2, 0), editor, NOW);
        assertThatThrownBy(() -> desk(office).makeCodes(one.id(), new CodeOrder(2, 0), editor, NOW))
                .hasMessageContaining("已经有 2 个选票码");
        var other = new DeliberationText(TEXT.title(), "改了。", null, List.of("装", "不装"));
        assertThatThrownBy(() ->
                        desk(office).take(one.id(), new DeliberationStep.Edit(other), editor, NOW))
                .hasMessageContaining("印在选票上");
        var body = new DeliberationText(TEXT.title(), "改了。", null, TEXT.options());
        assertThat(desk(office).take(one.id(), new DeliberationStep.Edit(body), editor, NOW).body())
                .isEqualTo("改了。");
        var bare = new DeliberationText("停车", "怎么停。", null, List.of());
        long none = desk(office).propose(bare, null, editor, NOW);
        assertThatThrownBy(() -> desk(office).makeCodes(none, new CodeOrder(2, 0), editor, NOW))
                .hasMessageContaining("至少两个");
    }

    @Test
    void daysAreExtendedAndWhatIsOverIsNotSaidToBeUnderWay() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var editor = staff(office, Role.EDITOR);
        var words = new DeliberationWords();
        var after = LAST.plusDays(1);
        assertThat(words.standing(Language.ZH, item(office, one), LAST)).startsWith("正在表决");
        assertThat(words.standing(Language.ZH, item(office, one), after)).startsWith("表决结束了");
        var shorter = new DeliberationStep.Extend(TODAY);
        assertThatThrownBy(() -> desk(office).take(one.id(), shorter, editor, NOW))
                .hasMessageContaining("只能往后延");
        desk(office).take(one.id(), new DeliberationStep.Extend(after), editor, NOW);
        assertThat(words.standing(Language.ZH, item(office, one), after)).startsWith("正在表决");
    }

    @Test
    void anEditorOfOneAreaConfirmsNoPaperOfTheWholeStreet() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var mine = hired(office, "wenmiao", Role.EDITOR, "文庙居委会");
        long option = options(office, one).getFirst().id();
        var entry = new PaperEntry(one.codes().subList(0, 1), Map.of(option, 1));
        desk(office).enterPaper(one.id(), entry, staff(office, Role.EDITOR), NOW);
        long paper = desk(office).get(one.id(), mine).papers().getFirst().id();
        assertThatThrownBy(() -> desk(office).confirmPaper(one.id(), paper, mine, NOW))
                .hasMessageContaining("只办自己的区域");
    }

    @Test
    void aCodeIsFoundAmongOtherWords() {
        var code = new BallotCode("abcd2fgh");
        for (var said : List.of("我的码是ABCD-2FGH", "my code abcd 2fgh", "ABCD\n2FGH")) {
            assertThat(BallotCode.among(said)).as(said).contains(code);
            assertThat(BallotCode.triedAmong(said)).as(said).containsExactly(code);
        }
        assertThat(BallotCode.triedAmong("down this road")).isEmpty();
        assertThat(BallotCode.among("13812345678")).isEmpty();
    }

    @Test
    void aCommentIsTakenBackByItsAuthorAlone() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.COMMENTS);
        var wang = person(office, "wang");
        var kept =
                (Deliberations.Taken.Kept) office.deliberations.comment(one.id(), wang, "好", NOW);
        assertThat(office.deliberations.withdraw(kept.id(), person(office, "li"))).isEmpty();
        assertThat(office.deliberations.withdraw(kept.id(), wang)).isPresent();
        assertThat(office.deliberations.withdraw(kept.id(), wang)).isEmpty();
        for (int i = 0; i < 20; i++) {
            office.deliberations.comment(one.id(), wang, "第 " + i + " 句", NOW);
        }
        assertThat(office.deliberations.comment(one.id(), wang, "还有", NOW))
                .isEqualTo(new Deliberations.Taken.Enough());
        var holding = office.deliberations.holding();
        assertThat(holding.trim().before(NOW)).isZero();
        assertThat(holding.trim().before(NOW.plusSeconds(1))).isEqualTo(20);
    }

    @Test
    void aTopicHasOneDeliberationHoweverOftenItIsPressed() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var dispatcher = staff(office, Role.DISPATCHER);
        long id = desk(office).propose(TEXT, 7L, dispatcher, NOW);
        assertThat(desk(office).propose(TEXT, 7L, dispatcher, NOW)).isEqualTo(id);
        assertThat(desk(office).propose(TEXT, 8L, dispatcher, NOW)).isNotEqualTo(id);
        // What was dropped leaves room for another.
        desk(office).take(id, new DeliberationStep.Drop("先不做"), staff(office, Role.EDITOR), NOW);
        long anew = desk(office).propose(TEXT, 7L, dispatcher, NOW);
        assertThat(anew).isNotEqualTo(id);
        assertThat(desk(office).propose(TEXT, 7L, dispatcher, NOW)).isEqualTo(anew);
    }

    @ParameterizedTest
    @EnumSource
    void twoWhoProposeTheSameTopicAtOnceGetOne(TestDatabase database) throws Exception {
        var office = new Office(database.open(), home);
        var dispatcher = staff(office, Role.DISPATCHER);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var made = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 8; i++) {
                made.add(() -> desk(office).propose(TEXT, 7L, dispatcher, NOW));
            }
            var ids = new HashSet<Long>();
            for (var each : pool.invokeAll(made)) {
                ids.add(each.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void whatIsProposedOrDroppedNoResidentReads() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var ids = new ArrayList<@Nullable Long>();
        Arrays.stream(DeliberationState.values()).forEach(state -> ids.add(in(office, state).id()));
        assertThat(office.deliberations.find(ids.get(DeliberationState.PROPOSED.ordinal())))
                .isEmpty();
        assertThat(office.deliberations.find(ids.get(DeliberationState.DROPPED.ordinal())))
                .isEmpty();
        assertThat(office.deliberations.list(Set.of(), NOW))
                .extracting(Deliberation::state)
                .doesNotContain(DeliberationState.PROPOSED, DeliberationState.DROPPED)
                .startsWith(DeliberationState.VOTING)
                .endsWith(DeliberationState.DONE);
    }

    @Test
    void aNoticeSaysHowOneTakesPartAndWaitsForApproval() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var editor = staff(office, Role.EDITOR);
        var proposed = in(office, DeliberationState.PROPOSED);
        assertThatThrownBy(() -> desk(office).draftNotice(proposed.id(), editor, NOW))
                .hasMessageContaining("先“开始征询”");
        var one = in(office, DeliberationState.COMMENTS);
        var notice = desk(office).draftNotice(one.id(), editor, NOW);
        assertThat(notice.title()).isEqualTo("请来商量：3号楼加装电梯");
        assertThat(notice.body()).contains("正在征询大家的意见，到 11月30日").contains("“协商 " + one.id() + "”");
        assertThat(notice.approvedBy()).isNull();
        // Pressed twice it is the same draft; of the next step there is another.
        assertThat(desk(office).draftNotice(one.id(), editor, NOW).id()).isEqualTo(notice.id());
        var meet = new DeliberationStep.Meet(NOW.plusSeconds(3600), "居民活动室");
        desk(office).take(one.id(), meet, editor, NOW);
        assertThat(desk(office).draftNotice(one.id(), editor, NOW).id()).isNotEqualTo(notice.id());
    }

    @Test
    void aDraftThatIsNotTrueAnyMoreIsWrittenAnew() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var editor = staff(office, Role.EDITOR);
        var one = in(office, DeliberationState.COMMENTS);
        var first = desk(office).draftNotice(one.id(), editor, NOW);
        var text = new DeliberationText(TEXT.title(), "改了。", null, TEXT.options());
        desk(office).take(one.id(), new DeliberationStep.Edit(text), editor, NOW);
        var second = desk(office).draftNotice(one.id(), editor, NOW);
        assertThat(second.body()).startsWith("改了。");
        assertThat(second.id()).isNotEqualTo(first.id());
        var later = NOW.plus(Duration.ofDays(1));
        assertThat(desk(office).draftNotice(one.id(), editor, later).id()).isEqualTo(second.id());
        var over = desk(office).draftNotice(one.id(), editor, AFTER);
        assertThat(over.body()).doesNotContain("正在征询");
        assertThat(desk(office).draftNotice(one.id(), editor, AFTER).id()).isEqualTo(over.id());
    }

    @Test
    void aNoticeIsDraftedHoweverLongTheResultIs() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var editor = staff(office, Role.EDITOR);
        var text = new DeliberationText(TEXT.title(), "议".repeat(1500), null, TEXT.options());
        long id = desk(office).propose(text, null, editor, NOW);
        desk(office).take(id, new DeliberationStep.Open(LAST), editor, NOW);
        assertThat(desk(office).draftNotice(id, editor, NOW).body()).startsWith("议议");
        desk(office).take(id, new DeliberationStep.Meet(NOW.plusSeconds(60), "室"), editor, NOW);
        desk(office).makeCodes(id, new CodeOrder(1, 0), editor, NOW);
        desk(office).take(id, new DeliberationStep.Vote(TODAY), editor, NOW);
        var publish = new DeliberationStep.Publish("果".repeat(1500), "由".repeat(1500));
        desk(office).take(id, publish, editor, AFTER);
        assertThat(desk(office).draftNotice(id, editor, AFTER).body())
                .startsWith("结果：果")
                .contains("由由")
                .contains("没有写完")
                .endsWith("“协商 " + id + "”。");
    }

    @Test
    void aPaperBallotIsEnteredOnce() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var editor = staff(office, Role.EDITOR);
        long option = options(office, one).getFirst().id();
        var entry = new PaperEntry(one.codes().subList(0, 1), Map.of(option, 1));
        desk(office).enterPaper(one.id(), entry, editor, NOW);
        assertThatThrownBy(() -> desk(office).enterPaper(one.id(), entry, editor, NOW))
                .hasMessageContaining("等核对的一批里");
        long paper = desk(office).get(one.id(), editor).papers().getFirst().id();
        desk(office).rejectPaper(one.id(), paper, editor, NOW);
        desk(office).enterPaper(one.id(), entry, editor, NOW);
        assertThat(desk(office).get(one.id(), editor).papers()).hasSize(1);
    }

    @Test
    void codesAreNotGuessedUnasked() {
        var office = new Office(TestDatabase.HSQLDB.open(), home);
        var one = in(office, DeliberationState.VOTING);
        var code = one.codes().getFirst();
        var wang = person(office, "wang");
        var deliberations = office.deliberations;
        var others = List.of("a1", "b1", "c1").stream().map(s -> new BallotCode("zzzzzz" + s));
        var many = new ArrayList<>(others.toList());
        assertThat(deliberations.known(many)).isEmpty();
        many.add(code);
        assertThat(deliberations.known(many)).contains(code);
        assertThat(deliberations.known(List.of())).isEmpty();
        for (int left = 5; left > 0; left--) {
            assertThat(deliberations.left(wang, NOW)).isEqualTo(left);
            deliberations.tried(wang, NOW);
        }
        assertThat(deliberations.left(wang, NOW)).isZero();
        assertThat(deliberations.left(person(office, "li"), NOW)).isEqualTo(5);
        // Nothing is to be guessed where there is no vote.
        assertThat(deliberations.isVoteOn(NOW)).isTrue();
        assertThat(deliberations.isVoteOn(AFTER)).isFalse();
    }
}
