package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.at;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.staff.Absence;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.staff.Change;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.Proven;
import org.ximen.testing.TestDatabase;

/** Who is told of stages that run late: the right people, in order, once. */
class StageWarningsTest {
    private static final String COVER = "文庙路学前街口有个窨井盖没了，晚上很危险";
    private static final String SHOP = "文庙路12号水果店的摊头一直摆到人行道上";
    private static final String TEN = "2026-11-23T10:00";

    @TempDir Path home;

    /** A street with one of each kind of staff, each with a chat of their name. */
    private final class Staffed {
        final Street street;
        final Accounts accounts;
        final Bindings bindings;
        final StaffMember admin;

        Staffed(Db db) {
            this(db, withLeader());
        }

        Staffed(Db db, Properties escalation) {
            this.street = new Street(db, escalation);
            var audit = new Audit(db);
            this.accounts = new Accounts(db, audit, street.district, new BCryptPasswordEncoder(4));
            this.bindings = new Bindings(db, audit);
            accounts.ensureAdmin(home, "correct horse battery", at(TEN));
            this.admin = accounts.find("admin").orElseThrow();
            hire("desk", Role.DISPATCHER, null);
            hire("crew", Role.HANDLER, "城运中心");
            hire("other", Role.HANDLER, "综合执法队");
            hire("check", Role.VERIFIER, null);
            hire("lead", Role.APPROVER, null);
            street.said.clear();
        }

        void hire(String name, Role role, @Nullable String department, String... areas) {
            var password = "correct horse " + name;
            var account = new NewAccount(name + "1", password, role, department, List.of(areas));
            var member = accounts.create(account, admin, at(TEN));
            var code = bindings.code(member, at(TEN));
            bindings.bind(code, new Sender("telegram", name), at(TEN));
        }

        void area(String name, String area) {
            var change = new Change(null, null, List.of(area), null, null);
            accounts.change(name, change, admin, at(TEN));
        }

        /** What is said until an instant, looked at every minute: 11:00 desk：…. */
        List<String> until(String from, String to) {
            var heard = new ArrayList<String>();
            for (var now = at(from); !now.isAfter(at(to)); now = now.plus(Duration.ofMinutes(1))) {
                street.said.clear();
                street.cases.sweep(now);
                for (var each : street.said) {
                    heard.add(hour(now) + " " + each.replaceAll("XM-.*", "").strip());
                }
            }
            return heard;
        }
    }

    /** An account that is there stands for one that leads an area. */
    private static Properties withLeader() {
        var table = Escalation.usual();
        table.setProperty("role.LEADER", "APPROVER");
        return table;
    }

    private static String hour(Instant at) {
        return at.atZone(org.ximen.workdays.WorkCalendar.ZONE).toLocalTime().toString();
    }

    /** A limit of hours runs on through the night; who could wait sleeps. */
    @ParameterizedTest
    @EnumSource
    void whatCanWaitWakesNobodyAndWhatIsUrgentDoes(TestDatabase database) {
        for (boolean urgent : List.of(false, true)) {
            var staffed = new Staffed(database.open());
            var draft = staffed.street.draft(COVER);
            var night = at("2026-11-23T22:30");
            var told =
                    new Draft(
                            draft.description(),
                            draft.category(),
                            draft.place(),
                            List.of(),
                            urgent,
                            false);
            var item = staffed.street.cases.report(told, 1, Street.LI, night);
            if (item.urgent() != urgent) {
                var change = CaseChange.urgency(urgent);
                staffed.street.cases.move(
                        item.number(), Move.of(Verb.PRIORITISE, null, change), DESK, night);
            }
            staffed.street.moved(item, "2026-11-23T22:30", DESK, Verb.FILE, Verb.DISPATCH);
            staffed.street.said.clear();
            var heard = staffed.until("2026-11-23T22:31", "2026-11-24T07:00");
            assertThat(heard).isNotEmpty();
            assertThat(heard.stream().map(said -> said.startsWith("07:00")).distinct())
                    .as("urgent " + urgent + " " + heard)
                    .containsExactly(!urgent);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBecomesUrgentAtNightDoesNotWaitForTheMorning(TestDatabase database) {
        var staffed = new Staffed(database.open());
        var draft = staffed.street.draft(COVER);
        var told =
                new Draft(
                        draft.description(),
                        draft.category(),
                        draft.place(),
                        List.of(),
                        false,
                        false);
        var night = at("2026-11-23T22:30");
        var item = staffed.street.cases.report(told, 1, Street.LI, night);
        for (boolean urgent : List.of(false, true)) {
            if (urgent || item.urgent()) {
                var at = urgent ? at("2026-11-24T02:00") : night;
                var change = CaseChange.urgency(urgent);
                staffed.street.cases.move(
                        item.number(), Move.of(Verb.PRIORITISE, null, change), DESK, at);
            }
            staffed.street.said.clear();
            var heard =
                    urgent
                            ? staffed.until("2026-11-24T02:01", "2026-11-24T02:10")
                            : staffed.until("2026-11-23T22:31", "2026-11-24T02:00");
            assertThat(heard.isEmpty()).as(heard.toString()).isNotEqualTo(urgent);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCaseThatNobodyTouchesIsToldToTheRightPeopleInOrder(TestDatabase database) {
        var staffed = new Staffed(database.open());
        staffed.street.report(COVER, TEN);
        assertThat(staffed.until(TEN, "2026-11-24T09:00"))
                .containsExactly(
                        "10:12 desk：【紧急】立案时限已用 80%（11月23日 10:15 到时）：",
                        "10:15 desk：【紧急】立案时限已用 100%（11月23日 10:15 到时）：",
                        "10:45 desk：【紧急】立案时限已用 300%（11月23日 10:15 到时）：",
                        "10:45 lead：【紧急】立案时限已用 300%（11月23日 10:15 到时）：",
                        "10:48 desk：【紧急】先行联系时限已用 80%（11月23日 11:00 到时）：",
                        "11:00 desk：【紧急】先行联系时限已用 100%（11月23日 11:00 到时）：",
                        "11:00 desk：【紧急】办理时限已用 50%：",
                        "11:36 desk：【紧急】办理时限已用 80%：",
                        "11:36 lead：【紧急】办理时限已用 80%：",
                        "11:48 desk：【紧急】办理时限已用 90%：",
                        "12:00 desk：【紧急】办理时限已用 100%：",
                        "16:00 desk：【紧急】办理时限已用 300%：",
                        "16:00 lead：【紧急】办理时限已用 300%：",
                        "08:00 desk：用时已到时限三倍以上、还没有办好的有 2 项：",
                        "08:00 lead：用时已到时限三倍以上、还没有办好的有 2 项：");
    }

    @ParameterizedTest
    @EnumSource
    void onceItIsSentItsHandlersAreToldAndThenItsVerifiers(TestDatabase database) {
        var staffed = new Staffed(database.open());
        var item = staffed.street.report(COVER, TEN);
        staffed.street.moved(item, TEN, DESK, Verb.FILE, Verb.DISPATCH, Verb.CONTACT);
        assertThat(staffed.until(TEN, "2026-11-23T11:50"))
                .containsExactly(
                        "11:00 crew：【紧急】办理时限已用 50%：",
                        "11:36 crew：【紧急】办理时限已用 80%：",
                        "11:36 lead：【紧急】办理时限已用 80%：",
                        "11:48 crew：【紧急】办理时限已用 90%：",
                        "11:48 li：您反映的");
        staffed.street.moved(item, "2026-11-23T11:51", CREW, Verb.HANDLE);
        assertThat(staffed.until("2026-11-23T11:51", "2026-11-23T12:30"))
                .containsExactly(
                        "12:15 check：【紧急】核查时限已用 80%（11月23日 12:21 到时）：",
                        "12:21 check：【紧急】核查时限已用 100%（11月23日 12:21 到时）：",
                        "12:21 desk：【紧急】核查时限已用 100%（11月23日 12:21 到时）：");
    }

    @ParameterizedTest
    @EnumSource
    void theReporterHearsOnlyWhatIsKnown(TestDatabase database) {
        var staffed = new Staffed(database.open());
        var street = staffed.street;
        var item = street.report(COVER, TEN);
        street.moved(item, TEN, DESK, Verb.FILE, Verb.DISPATCH);
        var asked = street.report(COVER, TEN);
        street.moved(asked, TEN, DESK, Verb.FILE, Verb.DISPATCH);
        var extend = Move.of(Verb.EXTEND, "等配件");
        street.cases.move(asked.number(), extend, CREW, at("2026-11-23T11:00"));
        var past = street.report(COVER, "2026-11-23T09:00");
        street.moved(past, "2026-11-23T09:00", DESK, Verb.FILE, Verb.DISPATCH);
        street.said.clear();
        street.cases.sweep(at("2026-11-23T11:48"));
        assertThat(street.said)
                .filteredOn(each -> each.startsWith("li"))
                .containsExactlyInAnyOrder(
                        "li：您反映的 "
                                + item.number()
                                + "（污水井盖缺失，文庙路学前街口）原定 11月23日 12:00 前处理好，现在还没有好，可能会晚。"
                                + "已催办。有问题请回复“人工”。",
                        "li：您反映的 "
                                + asked.number()
                                + "（污水井盖缺失，文庙路学前街口）原定 11月23日 12:00 前处理好，可能晚到 11月23日 14:00："
                                + "办理单位申请了延期，正等街道答复。已催办。有问题请回复“人工”。",
                        "li：您反映的 "
                                + past.number()
                                + "（污水井盖缺失，文庙路学前街口）原定 11月23日 11:00 前处理好，已经过了时间，还没有好。"
                                + "已催办。有问题请回复“人工”。");
        street.cases.move(asked.number(), Move.of(Verb.GRANT), DESK, at("2026-11-23T11:50"));
        street.said.clear();
        street.cases.sweep(at("2026-11-23T13:40"));
        assertThat(street.said).filteredOn(each -> each.contains(asked.number())).isNotEmpty();
        assertThat(street.said.toString()).contains("原定 11月23日 14:00 前处理好");
    }

    @ParameterizedTest
    @EnumSource
    void ofWhomNobodyWasToldNobodyIsSaidToBeUrged(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, TEN);
        street.moved(item, TEN, DESK, Verb.FILE, Verb.DISPATCH);
        street.said.clear();
        street.cases.sweep(at("2026-11-23T11:48"));
        assertThat(street.said).singleElement().asString().contains("可能会晚").doesNotContain("催");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReclassifiedLateIsWarnedOfAgainAndNamesNoDeadlineThatIsPast(TestDatabase database) {
        var staffed = new Staffed(database.open());
        var street = staffed.street;
        var item = street.report(COVER, TEN);
        street.moved(item, TEN, DESK, Verb.FILE, Verb.DISPATCH, Verb.CONTACT);
        street.cases.sweep(at("2026-11-23T12:30"));
        street.said.clear();
        street.cases.move(
                item.number(),
                Move.of(Verb.PRIORITISE, null, CaseChange.urgency(false)),
                DESK,
                at("2026-11-23T12:31"));
        assertThat(street.said.getLast()).contains("原定 11月23日 12:00 前处理，已经晚了");
        var kind = Move.of(Verb.RECLASSIFY, null, CaseChange.category("跨门营业"));
        var moved = street.cases.move(item.number(), kind, DESK, at("2026-11-23T12:32"));
        assertThat(moved.deadline()).isEqualTo(at("2026-11-25T12:00"));
        assertThat(staffed.until("2026-11-23T12:32", "2026-11-25T09:00"))
                .containsExactly(
                        "12:00 other：办理时限已用 50%：",
                        "08:48 other：办理时限已用 80%：", "08:48 lead：办理时限已用 80%：");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForWhoIsAwayReachesTheDeputyUntilTheLastDay(TestDatabase database) {
        var staffed = new Staffed(database.open());
        staffed.hire("stand-in", Role.HANDLER, "城运中心");
        var absences = staffed.accounts.absences();
        var today = LocalDate.parse("2026-11-23");
        absences.put("crew1", new Absence(today, today, "stand-in1"), staffed.admin, at(TEN));
        var street = staffed.street;
        var item = street.report(COVER, TEN);
        street.said.clear();
        street.moved(item, TEN, DESK, Verb.FILE, Verb.DISPATCH, Verb.CONTACT);
        assertThat(street.said)
                .filteredOn(each -> !each.startsWith("li"))
                .singleElement()
                .asString()
                .as("both are of the unit, one chat is told")
                .startsWith("stand-in：【紧急】新派给城运中心");
        assertThat(staffed.until(TEN, "2026-11-23T11:00"))
                .containsExactly("11:00 stand-in：【紧急】办理时限已用 50%：");
        street.said.clear();
        var next = street.report(COVER, "2026-11-24T10:00");
        street.moved(next, "2026-11-24T10:00", DESK, Verb.FILE, Verb.DISPATCH);
        assertThat(street.said).anyMatch(each -> each.startsWith("crew：【紧急】新派给"));
    }

    @ParameterizedTest
    @EnumSource
    void whoSeesNotTheCaseDoesNotStandIn(TestDatabase database) {
        var staffed = new Staffed(database.open());
        var street = staffed.street;
        var item = street.report(COVER, TEN);
        staffed.hire("elsewhere", Role.HANDLER, "城运中心", "龙门邨居委会");
        staffed.hire("there", Role.HANDLER, "城运中心", "龙门邨居委会");
        var absences = staffed.accounts.absences();
        var today = LocalDate.parse("2026-11-23");
        assertThatThrownBy(() ->
                        absences.put(
                                "crew1",
                                new Absence(today, today, "elsewhere1"),
                                staffed.admin,
                                at(TEN)))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("“elsewhere1”的区域（龙门邨居委会）不包括“crew1”的区域（不限）")
                .hasMessageContaining("请选另一位");
        // Who could when it was noted, and then has other areas.
        staffed.area("elsewhere1", "*");
        absences.put("crew1", new Absence(today, today, "elsewhere1"), staffed.admin, at(TEN));
        staffed.area("elsewhere1", "龙门邨居委会");
        street.said.clear();
        street.moved(item, TEN, DESK, Verb.FILE, Verb.DISPATCH);
        assertThat(street.said)
                .filteredOn(each -> each.contains("新派给"))
                .singleElement()
                .asString()
                .startsWith("crew：");
        absences.put("elsewhere1", new Absence(today, today, "there1"), staffed.admin, at(TEN));
    }

    @ParameterizedTest
    @EnumSource
    void aLeaderHearsOfTheCasesOfTheirAreasAlone(TestDatabase database) {
        var staffed = new Staffed(database.open(), Escalation.usual());
        var item = staffed.street.report(COVER, TEN);
        staffed.hire("nowhere", Role.LEADER, null);
        staffed.hire("theirs", Role.LEADER, null, Objects.requireNonNull(item.area()).code());
        staffed.street.said.clear();
        staffed.street.cases.sweep(at("2026-11-23T16:00"));
        assertThat(staffed.street.said)
                .anyMatch(each -> each.startsWith("theirs"))
                .noneMatch(each -> each.startsWith("nowhere"));
    }

    @ParameterizedTest
    @EnumSource
    void twoMachinesWarnOnce(TestDatabase database) throws Exception {
        var staffed = new Staffed(database.open());
        for (int i = 0; i < 5; i++) {
            staffed.street.report(SHOP, TEN);
        }
        staffed.street.said.clear();
        try (var machines = Executors.newFixedThreadPool(2)) {
            Callable<Integer> sweep = () -> staffed.street.cases.sweep(at("2026-11-23T10:13"));
            int warnings = 0;
            for (var each : machines.invokeAll(List.of(sweep, sweep))) {
                warnings += each.get();
            }
            assertThat(warnings).isEqualTo(5);
        }
        assertThat(staffed.street.said).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUrgentWaitsForTheMorning(TestDatabase database) {
        var staffed = new Staffed(database.open());
        staffed.street.report(SHOP, "2026-11-23T22:00");
        assertThat(staffed.until("2026-11-23T22:00", "2026-11-24T08:20"))
                .containsExactly(
                        "08:12 desk：立案时限已用 80%（11月24日 08:15 到时）：",
                        "08:15 desk：立案时限已用 100%（11月24日 08:15 到时）：");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDoneAgainHasTheTimeThatWasLeft(TestDatabase database) {
        var street = new Street(database.open());
        var item = street.report(COVER, TEN);
        street.moved(item, TEN, DESK, Verb.FILE, Verb.DISPATCH);
        street.cases.move(
                item.number(), Proven.of(Move.of(Verb.HANDLE), item), CREW, at("2026-11-23T11:30"));
        var again = Move.of(Verb.REWORK, "没补平");
        var back = street.cases.move(item.number(), again, Street.CHECK, at("2026-11-23T15:00"));
        assertThat(back.deadline()).isEqualTo(at("2026-11-23T15:30"));
    }
}
