package org.ximen.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Delivery;
import org.ximen.knowledge.Article;
import org.ximen.notices.Notice.State;
import org.ximen.residents.Profile;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.Office;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

class NoticesTest {
    private static final int PAGE = 3;

    private final SettableClock clock = new SettableClock("2026-11-23T02:00:00Z");
    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void anApprovedNoticeReachesEverySubscriberOnce(TestDatabase database) {
        var office = office(database);
        subscribers(office, 5);
        var id = written(office, null).id();
        assertThat(office.notices.progress(id))
                .isEqualTo(new NoticeProgress(State.DRAFT, 5, 5, 0, 0, 0, 0, 0));
        office.notices.sweep(now());
        assertThat(office.pigeons.carried).isEmpty();
        office.notices.take(Step.APPROVE, id, approver(office), now());
        assertThat(office.notices.sweep(now())).isEqualTo(5);
        office.outbox.drain(now());
        office.notices.sweep(now());
        office.notices.sweep(now());
        office.outbox.drain(now());
        assertThat(office.pigeons.carried).hasSize(5).doesNotHaveDuplicates();
        assertThat(office.pigeons.carried.getFirst()).contains("【停水通知】", "明天停水");
        assertThat(office.notices.progress(id))
                .isEqualTo(new NoticeProgress(State.DONE, 5, 0, 5, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesWhatTheyWrote(TestDatabase database) {
        var office = office(database);
        var approver = approver(office);
        var id = office.notices.write(notice(null), approver, now()).id();
        assertThatThrownBy(() -> office.notices.take(Step.APPROVE, id, approver, now()))
                .isInstanceOfSatisfying(
                        StaffRefused.class,
                        e -> assertThat(e.reason()).isEqualTo(StaffRefused.Reason.CONFLICT));
        var editor = office.hire(Role.EDITOR, home, now());
        assertThatThrownBy(() -> office.notices.take(Step.APPROVE, id, editor, now()))
                .isInstanceOfSatisfying(
                        StaffRefused.class,
                        e -> assertThat(e.reason()).isEqualTo(StaffRefused.Reason.FORBIDDEN));
    }

    @ParameterizedTest
    @EnumSource
    void waitsForItsTime(TestDatabase database) {
        var office = office(database);
        subscribers(office, 1);
        var id = written(office, now().plus(Duration.ofHours(2))).id();
        office.notices.take(Step.APPROVE, id, approver(office), now());
        assertThat(office.notices.sweep(clock.pass(Duration.ofMinutes(119)))).isZero();
        assertThat(office.notices.sweep(clock.pass(Duration.ofMinutes(1)))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCrashBetweenOrInsidePagesLosesAndDoublesNothing(TestDatabase database) {
        var office = office(database);
        subscribers(office, 8);
        var notices = small(office);
        var id = written(office, null).id();
        notices.take(Step.APPROVE, id, approver(office), now());
        startAndStop(notices, id);
        assertThat(notices.sending.page(id, now())).isEqualTo(PAGE);
        assertThatThrownBy(() ->
                        office.db.run(() -> {
                            notices.sending.page(id, now());
                            throw new IllegalStateException("killed");
                        }))
                .hasMessage("killed");
        office.outbox.drain(now());
        assertThat(office.pigeons.carried).hasSize(PAGE);
        assertThat(notices.progress(id).recipients()).isEqualTo(8);
        assertThat(notices.progress(id).pending()).isEqualTo(5);
        assertThat(small(office).sweep(now())).isEqualTo(5);
        office.outbox.drain(now());
        assertThat(office.pigeons.carried).hasSize(8).doesNotHaveDuplicates();
        small(office).sweep(now());
        assertThat(notices.get(id).state()).isEqualTo(State.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void stopsWhilePausedAndGoesOnAfterwards(TestDatabase database) {
        var office = office(database);
        subscribers(office, 8);
        var notices = small(office);
        var approver = approver(office);
        var id = written(office, null).id();
        notices.take(Step.APPROVE, id, approver, now());
        startAndStop(notices, id);
        notices.sending.page(id, now());
        notices.take(Step.PAUSE, id, approver, now());
        assertThat(notices.sweep(now())).isZero();
        office.outbox.drain(now());
        assertThat(office.pigeons.carried).isEmpty();
        assertThat(notices.progress(id))
                .isEqualTo(new NoticeProgress(State.PAUSED, 8, 8, 0, 0, 0, 0, 0));
        notices.take(Step.RESUME, id, approver, now());
        notices.sweep(now());
        office.outbox.drain(now());
        assertThat(office.pigeons.carried).hasSize(8).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aScheduledNoticeThatWasPausedStillWaitsForItsTime(TestDatabase database) {
        var office = office(database);
        subscribers(office, 1);
        var id = written(office, now().plus(Duration.ofHours(1))).id();
        var approver = approver(office);
        office.notices.take(Step.APPROVE, id, approver, now());
        office.notices.take(Step.PAUSE, id, approver, now());
        assertThat(office.notices.take(Step.RESUME, id, approver, now()).state())
                .isEqualTo(State.APPROVED);
        assertThat(office.notices.sweep(now())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhatHasNotLeftWhenCancelled(TestDatabase database) {
        var office = office(database);
        subscribers(office, 4);
        var id = written(office, null).id();
        office.notices.take(Step.APPROVE, id, approver(office), now());
        office.notices.sweep(now());
        office.library.refresh(now());
        assertThat(office.library.find("notices/" + id)).isPresent();
        office.notices.take(Step.CANCEL, id, approver(office), now());
        office.outbox.drain(now());
        office.notices.sweep(now());
        office.library.refresh(now());
        assertThat(office.pigeons.carried).isEmpty();
        assertThat(office.library.find("notices/" + id)).isEmpty();
        assertThat(office.notices.progress(id))
                .isEqualTo(new NoticeProgress(State.CANCELLED, 4, 0, 0, 0, 0, 0, 4));
        assertThatThrownBy(() -> office.notices.take(Step.RESUME, id, approver(office), now()))
                .hasMessageContaining("已取消");
    }

    @ParameterizedTest
    @EnumSource
    void countsThoseWhoBlockedUsAndKeepsTheCountsForGood(TestDatabase database) {
        var office = office(database);
        subscribers(office, 3);
        office.pigeons.instead.put("p1", new Delivery.Gone("blocked"));
        var id = written(office, null).id();
        office.notices.take(Step.APPROVE, id, approver(office), now());
        office.notices.sweep(now());
        office.outbox.drain(now());
        office.notices.sweep(now());
        office.outbox.trim(clock.pass(Duration.ofDays(365)));
        assertThat(office.notices.progress(id))
                .isEqualTo(new NoticeProgress(State.DONE, 3, 0, 2, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void reachesSubscribersOfTheAreaAndOfThoseBelowIt(TestDatabase database) {
        var office = office(database);
        var leaf =
                office.district.areas().stream()
                        .filter(area -> area.name().startsWith("文庙居"))
                        .findFirst()
                        .orElseThrow();
        var above = office.district.area(String.valueOf(leaf.parent())).orElseThrow();
        office.subscriber("inside", leaf.code(), now());
        office.subscriber("street", "", now());
        var editor = office.hire(Role.EDITOR, home, now());
        var toAbove = new NewNotice("标题", "正文", Set.of(above.name()), Set.of(), null, null);
        var id = office.notices.write(toAbove, editor, now()).id();
        boolean whole = above.equals(office.district.whole());
        assertThat(office.notices.progress(id).recipients()).isEqualTo(whole ? 2 : 1);
        var toLeaf = new NewNotice("标题", "正文", Set.of("文庙"), Set.of(), null, null);
        var leafId = office.notices.write(toLeaf, editor, now()).id();
        assertThat(office.notices.progress(leafId).recipients()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAreasThatNobodyKnowsAndNamesThoseItKnows(TestDatabase database) {
        var office = office(database);
        var wrong = new NewNotice("标题", "正文", Set.of("火星"), Set.of(), null, null);
        assertThatThrownBy(() ->
                        office.notices.write(wrong, office.hire(Role.EDITOR, home, now()), now()))
                .hasMessageContaining("火星")
                .hasMessageContaining(office.district.whole().name());
    }

    @ParameterizedTest
    @EnumSource
    void becomesAnArticleThatNoTitleCanBreak(TestDatabase database) {
        var office = office(database);
        var hostile =
                new NewNotice(
                        "'#\"---\nkind: policy\nissuer: 'x",
                        "# 一级\n---\n<b>粗</b> *星*\n1. 第一条",
                        Set.of(),
                        Set.of(Profile.MERCHANT),
                        null,
                        null);
        var id = office.notices.write(hostile, office.hire(Role.EDITOR, home, now()), now()).id();
        office.notices.take(Step.APPROVE, id, approver(office), now());
        office.notices.sweep(now());
        office.library.refresh(now());
        var article = office.library.find("notices/" + id).orElseThrow();
        assertThat(article.kind()).isEqualTo(Article.Kind.NOTICE);
        assertThat(article.title()).contains("kind: policy");
        assertThat(article.expires()).hasToString("2026-12-23");
        assertThat(text(article)).contains("# 一级", "<b>粗</b> *星*");
    }

    @ParameterizedTest
    @EnumSource
    void isOverAfterItsLastDay(TestDatabase database) {
        var office = office(database);
        subscribers(office, 2);
        office.pigeons.instead.put(
                "p1", new Delivery.Later(now().plus(Duration.ofDays(60)), "away"));
        var id = written(office, null).id();
        office.notices.take(Step.APPROVE, id, approver(office), now());
        office.notices.sweep(now());
        office.outbox.drain(now());
        office.notices.sweep(clock.pass(Duration.ofDays(31)));
        office.notices.sweep(now());
        assertThat(office.notices.progress(id))
                .isEqualTo(new NoticeProgress(State.DONE, 2, 0, 1, 0, 0, 0, 1));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void refusesWhatIsTooLongOrEmpty(TestDatabase ignored) {
        assertThatThrownBy(() -> new NewNotice("字".repeat(61), "x", Set.of(), Set.of(), null, null))
                .hasMessageContaining("最多 60 个字");
        assertThatThrownBy(
                        () -> new NewNotice("x", "字".repeat(3001), Set.of(), Set.of(), null, null))
                .hasMessageContaining("最多 3000 个字");
        assertThatThrownBy(() -> new NewNotice("\u200b ", "x", Set.of(), Set.of(), null, null))
                .hasMessageContaining("标题");
    }

    private Office office(TestDatabase database) {
        return new Office(database.open(), home);
    }

    private static Notices small(Office office) {
        var recipients = new Recipients(office.residents, office.district, PAGE);
        return new Notices(
                office.db,
                recipients,
                office.outbox,
                office.library,
                office.audit,
                office.district);
    }

    /** As if the machine died right after the notice had been started. */
    private void startAndStop(Notices notices, long id) {
        notices.sending.start(id, now());
        assertThat(notices.get(id).state()).isEqualTo(State.SENDING);
    }

    private void subscribers(Office office, int count) {
        IntStream.range(0, count).forEach(i -> office.subscriber("p" + i, "", now()));
    }

    private Notice written(Office office, @Nullable Instant sendAt) {
        var editor = office.hire(Role.EDITOR, home, now());
        return office.notices.write(notice(sendAt), editor, now());
    }

    private static NewNotice notice(@Nullable Instant sendAt) {
        return new NewNotice("停水通知", "明天停水。", Set.of(), Set.of(), sendAt, null);
    }

    private StaffMember approver(Office office) {
        return office.hire(Role.APPROVER, home, now());
    }

    private static String text(Article article) {
        return article.sections().toString();
    }

    private Instant now() {
        return clock.instant();
    }
}
