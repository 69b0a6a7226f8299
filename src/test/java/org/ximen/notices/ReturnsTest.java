package org.ximen.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.notices.Notice.State;
import org.ximen.residents.Profile;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class ReturnsTest {
    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void whatIsSentBackKeepsItsReasonAndIsHandedInChanged(TestDatabase database) {
        var office = new Office(database.open(), home);
        var editor = hire(office, Role.EDITOR);
        var approver = hire(office, Role.APPROVER);
        var id = office.notices.write(words("明天停水"), editor, clock.instant()).id();
        assertThatThrownBy(() -> office.notices.take(Step.RETURN, id, approver, clock.instant()))
                .hasMessageContaining("原因");
        assertThat(office.notices.get(id).state()).isEqualTo(State.DRAFT);
        var back = office.notices.giveBack(id, null, "几点到几点？", approver, clock.instant());
        assertThat(back.state()).isEqualTo(State.RETURNED);
        assertThat(back.returned()).isEqualTo(new Notice.Returned("approver", "几点到几点？"));
        assertThat(Step.open(back, editor)).containsExactly(Step.SUBMIT, Step.CANCEL);
        assertThat(Step.open(back, approver)).containsExactly(Step.CANCEL);
        assertThatThrownBy(() -> office.notices.take(Step.APPROVE, id, approver, clock.instant()))
                .hasMessageContaining("待修改");
        var again = office.notices.submit(id, words("明天8点到12点停水"), editor, clock.instant());
        assertThat(again.state()).isEqualTo(State.DRAFT);
        assertThat(again.body()).isEqualTo("明天8点到12点停水");
        assertThat(again.returned()).isNotNull();
        office.notices.take(Step.APPROVE, id, again.revision(), approver, clock.instant());
        assertThat(office.audit.page("", "notice.", "notices/" + id, 0, 10))
                .extracting(entry -> entry.who() + " " + entry.what() + " " + entry.details())
                .containsExactly(
                        "approver notice.approve ",
                        "editor notice.submit 原来的正文：明天停水",
                        "approver notice.return 几点到几点？",
                        "editor notice.write ");
    }

    @ParameterizedTest
    @EnumSource
    void theAuthorTakesItBackAndNobodyElseDoes(TestDatabase database) {
        var office = new Office(database.open(), home);
        var editor = hire(office, Role.EDITOR);
        var admin = hire(office, Role.ADMIN);
        var id = office.notices.write(words("明天停水"), editor, clock.instant()).id();
        assertThatThrownBy(() -> office.notices.take(Step.TAKE_BACK, id, admin, clock.instant()))
                .hasMessageContaining("作者本人");
        assertThatThrownBy(() -> office.notices.giveBack(id, null, "改一改", editor, clock.instant()))
                .hasMessageContaining("不能对通知做“退回”");
        var back = office.notices.take(Step.TAKE_BACK, id, editor, clock.instant());
        assertThat(back.state()).isEqualTo(State.RETURNED);
        assertThatThrownBy(() -> office.notices.submit(id, words("后天停水"), admin, clock.instant()))
                .hasMessageContaining("作者本人");
        office.notices.submit(id, words("后天停水"), editor, clock.instant());
        office.notices.take(Step.APPROVE, id, admin, clock.instant());
        assertThatThrownBy(() -> office.notices.take(Step.TAKE_BACK, id, editor, clock.instant()))
                .hasMessageContaining("已审核");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesWordsThatTheyHaveNotSeen(TestDatabase database) {
        var office = new Office(database.open(), home);
        var editor = hire(office, Role.EDITOR);
        var approver = hire(office, Role.APPROVER);
        var seen = office.notices.write(words("明天停水"), editor, clock.instant());
        office.notices.take(Step.TAKE_BACK, seen.id(), editor, clock.instant());
        office.notices.submit(seen.id(), words("后天停水"), editor, clock.instant());
        assertThatThrownBy(() ->
                        office.notices.take(
                                Step.APPROVE,
                                seen.id(),
                                seen.revision(),
                                approver,
                                clock.instant()))
                .hasMessageContaining("看过新的内容");
        assertThatThrownBy(() ->
                        office.notices.giveBack(
                                seen.id(), seen.revision(), "哪天？", approver, clock.instant()))
                .hasMessageContaining("看过新的内容");
        assertThat(office.notices.get(seen.id()).state()).isEqualTo(State.DRAFT);
    }

    @ParameterizedTest
    @EnumSource
    void anOldReasonGoesWithTheNextTakingBack(TestDatabase database) {
        var office = new Office(database.open(), home);
        var editor = hire(office, Role.EDITOR);
        var approver = hire(office, Role.APPROVER);
        var id = office.notices.write(words("明天停水"), editor, clock.instant()).id();
        office.notices.giveBack(id, null, "几点到几点？", approver, clock.instant());
        office.notices.submit(id, words("明天8点停水"), editor, clock.instant());
        var back = office.notices.take(Step.TAKE_BACK, id, editor, clock.instant());
        assertThat(back.returned()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void theTrailTellsWhoElseWouldGetItAndUntilWhen(TestDatabase database) {
        var office = new Office(database.open(), home);
        var editor = hire(office, Role.EDITOR);
        var few =
                new NewNotice(
                        "停水通知", "明天停水", Set.of("文庙居委会"), Set.of(Profile.MERCHANT), null, null);
        var id = office.notices.write(few, editor, clock.instant()).id();
        office.notices.take(Step.TAKE_BACK, id, editor, clock.instant());
        var until = LocalDate.parse("2026-11-30");
        var all = new NewNotice("停水通知", "明天停水", Set.of(), Set.of(), null, until);
        office.notices.submit(id, all, editor, clock.instant());
        assertThat(office.audit.page("", "notice.submit", "notices/" + id, 0, 10))
                .singleElement()
                .extracting(entry -> entry.details())
                .asString()
                .contains("范围：310101019003 → 不限", "商户 → 不限", "失效日期：不限 → 2026-11-30");
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitedUntilItWasOverIsNotApproved(TestDatabase database) {
        var office = new Office(database.open(), home);
        var editor = hire(office, Role.EDITOR);
        var approver = hire(office, Role.APPROVER);
        var sendAt = clock.instant().plus(Duration.ofHours(1));
        var last = LocalDate.parse("2026-11-24");
        var notice = new NewNotice("停水通知", "明天停水", Set.of(), Set.of(), sendAt, last);
        var id = office.notices.write(notice, editor, clock.instant()).id();
        clock.pass(Duration.ofDays(3));
        assertThatThrownBy(() -> office.notices.take(Step.APPROVE, id, approver, clock.instant()))
                .hasMessageContaining("失效日期早于发送日期");
        office.notices.take(Step.TAKE_BACK, id, editor, clock.instant());
        assertThatThrownBy(() -> office.notices.submit(id, notice, editor, clock.instant()))
                .hasMessageContaining("失效日期早于发送日期");
    }

    @ParameterizedTest
    @EnumSource
    void theLastDayIsKnownOnceItIsSent(TestDatabase database) {
        var office = new Office(database.open(), home);
        var editor = hire(office, Role.EDITOR);
        var id = office.notices.write(words("明天停水"), editor, clock.instant()).id();
        assertThat(office.notices.get(id).lastDay()).isNull();
        var approver = hire(office, Role.APPROVER);
        office.notices.take(Step.APPROVE, id, approver, clock.instant());
        office.notices.sweep(clock.instant());
        assertThat(office.notices.get(id).lastDay()).hasToString("2026-12-23");
    }

    private StaffMember hire(Office office, Role role) {
        return office.hire(role, home, clock.instant());
    }

    private static NewNotice words(String body) {
        return new NewNotice("停水通知", body, Set.of(), Set.of(), null, null);
    }
}
