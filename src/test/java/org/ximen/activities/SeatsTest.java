package org.ximen.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.activities.SignUpAnswer.Outcome;
import org.ximen.chat.Sender;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.NoticeMark;
import org.ximen.notices.NoticeReach;
import org.ximen.notices.Step;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Audit;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;
import org.ximen.text.Language;

class SeatsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant BEGINS = Instant.parse("2026-12-03T05:00:00Z");

    @TempDir Path home;

    private static ActivityPlan plan(@Nullable Integer seats, int each) {
        return plan("口腔义诊", BEGINS, seats, each);
    }

    private static ActivityPlan plan(
            String title, Instant begins, @Nullable Integer seats, int each) {
        return new ActivityPlan(
                title,
                "",
                "",
                "文庙路居民活动室",
                begins,
                begins.plus(Duration.ofHours(2)),
                LocalDate.parse("2026-12-02"),
                seats,
                each);
    }

    /** The street with an editor. */
    private final class Setting {
        final Office office;
        final StaffMember editor;

        Setting(TestDatabase database) {
            office = new Office(database.open(), home);
            editor = office.hire(Role.EDITOR, home, NOW);
        }

        Activities activities() {
            return office.activities;
        }

        ActivityDesk desk() {
            return office.activities.desk();
        }

        Person person(String name) {
            return office.residents.meet(new Sender("pigeon", name), NOW);
        }

        Outcome sign(Activity activity, String name, int seats, Instant now) {
            return activities().sign(activity.id(), person(name), seats, now).outcome();
        }

        List<String> told(Instant now) {
            activities().sweep(now);
            office.outbox.drain(now);
            var told = List.copyOf(office.pigeons.carried);
            office.pigeons.carried.clear();
            return told;
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSeatIsGivenTwiceHoweverManyWantOne(TestDatabase database) throws Exception {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(50, 2), setting.editor, NOW);
        var people = IntStream.range(0, 700).mapToObj(i -> setting.person("p" + i)).toList();
        var confirmed = ConcurrentHashMap.<Long>newKeySet();
        var failures = new AtomicInteger();
        // Everybody presses three times, on eight machines.
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 2100; i++) {
                var person = people.get((i * 37) % people.size());
                pool.submit(() -> {
                    try {
                        var answer = setting.activities().sign(activity.id(), person, 1, NOW);
                        if (answer.outcome() == Outcome.CONFIRMED) {
                            assertThat(confirmed.add(person.id())).isTrue();
                        }
                    } catch (RuntimeException | Error e) {
                        failures.incrementAndGet();
                    }
                });
            }
        }
        assertThat(failures).hasValue(0);
        assertThat(confirmed).hasSize(50);
        var all = setting.desk().signUps(activity.id(), setting.editor);
        assertThat(all).hasSize(700);
        var numbers = new HashSet<Integer>();
        all.stream()
                .filter(signUp -> signUp.state() == SignUpState.CONFIRMED)
                .forEach(signUp -> assertThat(numbers.add(signUp.firstNumber())).isTrue());
        assertThat(numbers).hasSize(50).allMatch(number -> number >= 1 && number <= 50);
        assertThat(setting.activities().left(activity)).contains(0);
        assertThat(setting.desk().list(9, setting.editor))
                .containsExactly(new ActivityDesk.Filled(activity, 50, 650, 700));
        assertThat(setting.desk().signUps(activity.id(), 300, 100, setting.editor))
                .isEqualTo(all.subList(300, 400));
    }

    @ParameterizedTest
    @EnumSource
    void aFreeSeatGoesToWhoWaitedFirstAndThenToTheNext(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(2, 2), setting.editor, NOW);
        assertThat(setting.sign(activity, "a", 2, NOW)).isEqualTo(Outcome.CONFIRMED);
        assertThat(setting.sign(activity, "b", 1, NOW)).isEqualTo(Outcome.WAITING);
        assertThat(setting.sign(activity, "c", 1, NOW)).isEqualTo(Outcome.WAITING);
        assertThat(setting.sign(activity, "d", 1, NOW)).isEqualTo(Outcome.WAITING);
        assertThat(setting.sign(activity, "e", 3, NOW)).isEqualTo(Outcome.TOO_MANY);
        setting.activities().cancel(activity.id(), setting.person("a"), NOW);
        assertThat(setting.told(NOW))
                .hasSize(2)
                .allMatch(text -> text.contains("轮到您了") && text.contains("11月23日 22:00"));
        // A new one does not overtake those who are asked.
        assertThat(setting.sign(activity, "f", 1, NOW)).isEqualTo(Outcome.WAITING);
        assertThat(setting.activities().accept(activity.id(), setting.person("b"), NOW).outcome())
                .isEqualTo(Outcome.CONFIRMED);
        assertThat(setting.activities().accept(activity.id(), setting.person("d"), NOW).outcome())
                .isEqualTo(Outcome.NONE);
        var later = NOW.plus(SeatBook.OFFER);
        assertThat(setting.activities().accept(activity.id(), setting.person("c"), later).outcome())
                .isEqualTo(Outcome.NONE);
        assertThat(setting.told(later))
                .hasSize(2)
                .anyMatch(text -> text.contains("名额不再给您留了"))
                .anyMatch(text -> text.contains("轮到您了"));
        assertThat(
                        setting.activities()
                                .decline(activity.id(), setting.person("d"), later)
                                .outcome())
                .isEqualTo(Outcome.CANCELLED);
        assertThat(setting.told(later)).singleElement().asString().contains("轮到您了");
        // Who comes back begins anew, behind all others and with another number.
        assertThat(setting.sign(activity, "a", 1, later)).isEqualTo(Outcome.WAITING);
        var own = setting.activities().of(setting.person("a"), later);
        assertThat(own).singleElement().satisfies(answer -> assertThat(answer.ahead()).isZero());
        assertThat(setting.activities().of(setting.person("b"), later))
                .singleElement()
                .extracting(SignUpAnswer::signUp)
                .extracting(SignUp::numbers)
                .isEqualTo("3");
    }

    @ParameterizedTest
    @EnumSource
    void seatsThatAreTakenAreNotTakenAway(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(3, 2), setting.editor, NOW);
        setting.sign(activity, "a", 2, NOW);
        setting.sign(activity, "b", 1, NOW);
        setting.sign(activity, "c", 1, NOW);
        assertThatThrownBy(
                        () -> setting.desk().change(activity.id(), plan(2, 2), setting.editor, NOW))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("已经有 3 位报上了，名额不能少于 3");
        setting.desk().change(activity.id(), plan(4, 2), setting.editor, NOW);
        assertThat(setting.told(NOW)).singleElement().asString().contains("轮到您了");
        var moved = plan("口腔义诊", BEGINS.plus(Duration.ofDays(1)), 4, 2);
        setting.desk().change(activity.id(), moved, setting.editor, NOW.plusSeconds(60));
        assertThat(setting.told(NOW.plusSeconds(60)))
                .hasSize(3)
                .allMatch(text -> text.contains("12月4日 13:00–15:00"));
        assertThat(
                        setting.office.audit.page(
                                "", "activity.change", "activities/" + activity.id(), 0, 10))
                .extracting(Audit.Entry::details)
                .containsExactly(
                        "开始：12月3日 13:00 → 12月4日 13:00。结束：12月3日 15:00 → 12月4日 15:00。", "名额：3 → 4。");
        setting.desk().cancel(activity.id(), "医生来不了", setting.editor, NOW.plusSeconds(120));
        assertThat(setting.told(NOW.plusSeconds(120)))
                .hasSize(3)
                .allMatch(text -> text.contains("取消了：医生来不了"));
        assertThat(setting.told(NOW.plusSeconds(180))).isEmpty();
        assertThat(setting.sign(activity, "d", 1, NOW.plusSeconds(180))).isEqualTo(Outcome.GONE);
        assertThat(setting.activities().of(setting.person("a"), NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLastDayIsWholeAndTheDayBeforeReminds(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(null, 1), setting.editor, NOW);
        var edge = Instant.parse("2026-12-02T15:59:59Z");
        assertThat(setting.sign(activity, "a", 1, NOW)).isEqualTo(Outcome.CONFIRMED);
        assertThat(setting.told(Instant.parse("2026-12-02T01:59:00Z"))).isEmpty();
        assertThat(setting.told(Instant.parse("2026-12-02T02:00:00Z")))
                .singleElement()
                .asString()
                .contains("提醒您：您报了“口腔义诊”，12月3日 13:00–15:00，文庙路居民活动室，1 位，第 1 号");
        assertThat(setting.sign(activity, "b", 1, edge)).isEqualTo(Outcome.CONFIRMED);
        assertThat(setting.sign(activity, "c", 1, edge.plusSeconds(1))).isEqualTo(Outcome.OVER);
        assertThat(setting.told(edge.plusSeconds(2))).isEmpty();
        var came =
                setting.desk().signUps(activity.id(), setting.editor).stream()
                        .map(SignUp::id)
                        .toList();
        assertThatThrownBy(() ->
                        setting.desk()
                                .attend(activity.id(), Set.copyOf(came), came, setting.editor, NOW))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("当天");
        var day = Instant.parse("2026-12-03T05:30:00Z");
        setting.desk()
                .attend(
                        activity.id(),
                        Set.copyOf(came),
                        List.of(came.getFirst()),
                        setting.editor,
                        day);
        assertThat(setting.desk().signUps(activity.id(), setting.editor))
                .extracting(SignUp::attended)
                .containsExactly(true, false);
        setting.desk().publish(activity.id(), "一等奖：第 1 号", setting.editor, day);
        assertThat(setting.told(day)).hasSize(2).allMatch(text -> text.contains("有结果了：一等奖：第 1 号"));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsForgottenLeavesTheirSeatToTheNext(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(1, 1), setting.editor, NOW);
        setting.sign(activity, "a", 1, NOW);
        setting.sign(activity, "b", 1, NOW);
        var holding = setting.activities().holding();
        var gone = setting.person("a").speaking(Language.ZH);
        assertThat(holding.export().of(gone))
                .containsExactly("报名的活动：口腔义诊 12月3日 13:00–15:00，1 位，已报上");
        setting.office.db.run(() -> holding.erase().person(gone, NOW));
        assertThat(holding.export().of(gone)).isEmpty();
        assertThat(setting.told(NOW)).singleElement().asString().contains("轮到您了");
        assertThat(setting.desk().signUps(activity.id(), setting.editor)).hasSize(1);
    }

    /** A notice of one's own with an activity, sent; whom it is for by area code. */
    private long announced(Setting setting, Set<String> areas, ActivityPlan plan) {
        var text = new NewNotice("口腔义诊", "请牙医来看牙。", areas, Set.of(), null, null);
        long id = setting.desk().announce(text, plan, setting.editor, NOW).id();
        var approver = setting.office.hire(Role.APPROVER, home, NOW);
        setting.office.notices.take(Step.APPROVE, id, approver, NOW);
        setting.office.notices.sweep(NOW);
        setting.office.outbox.drain(NOW);
        setting.office.pigeons.carried.clear();
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAnnouncedIsOffWithItsNoticeAndTheNoticeWithIt(TestDatabase database) {
        var setting = new Setting(database);
        long notice = announced(setting, Set.of(), plan(1, 1));
        var activity = setting.activities().ofNotice(notice).orElseThrow();
        assertThat(setting.sign(activity, "a", 1, NOW)).isEqualTo(Outcome.CONFIRMED);
        assertThat(setting.sign(activity, "b", 1, NOW)).isEqualTo(Outcome.WAITING);
        var notices = setting.office.notices;
        long recall = notices.recall(notice, "医生来不了", setting.editor, NOW).id();
        notices.take(
                Step.APPROVE, recall, setting.office.accounts.find("approver").orElseThrow(), NOW);
        notices.sweep(NOW);
        // Whoever gives a seat back now offers it to nobody.
        setting.activities().cancel(activity.id(), setting.person("a"), NOW.plusSeconds(30));
        assertThat(setting.told(NOW.plusSeconds(60)))
                .filteredOn(text -> !text.contains("【撤回】"))
                .singleElement()
                .asString()
                .startsWith("b ")
                .contains("取消了：通知已撤回");
        assertThat(setting.desk().get(activity.id(), setting.editor).activity().isCancelled())
                .isTrue();
        assertThat(setting.activities().open(setting.person("c"), NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aVerbMovesASignUpFromWhereTheTableSaysAlone(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(1, 1), setting.editor, NOW);
        setting.sign(activity, "a", 1, NOW);
        var table = new SignUpTable(setting.office.db.client());
        long id = table.list(activity.id(), 0, 1).getFirst().id();
        for (var state : SignUpState.values()) {
            for (var verb : SignUpVerb.values()) {
                setting.office
                        .db
                        .client()
                        .sql("update sign_up set state = ? where id = ?")
                        .params(state.name(), id)
                        .update();
                assertThat(table.move(id, verb, SignUpTable.SeatTerms.NONE))
                        .as(verb + " from " + state)
                        .isEqualTo(verb.fits(state));
            }
        }
    }

    private NoticeReach reach(Setting setting, long notice) {
        return setting.office.notices.answers().reach(notice).getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void aSignUpIsCountedUnderTheNoticeAsItReadsAndNotOnceItLapsed(TestDatabase database) {
        var setting = new Setting(database);
        setting.office.subscriber("a", Residents.WHOLE_STREET, NOW);
        setting.office.subscriber("b", Residents.WHOLE_STREET, NOW);
        long first = announced(setting, Set.of(), plan(1, 1));
        var activity = setting.activities().ofNotice(first).orElseThrow();
        setting.sign(activity, "a", 1, NOW);
        assertThat(reach(setting, first).signedUp()).isEqualTo(1);
        long corrected = corrected(setting, first);
        setting.sign(activity, "b", 1, NOW);
        assertThat(reach(setting, first).signedUp()).isEqualTo(1);
        assertThat(reach(setting, corrected).signedUp()).isEqualTo(1);
        setting.activities().cancel(activity.id(), setting.person("a"), NOW);
        assertThat(reach(setting, first).signedUp()).isZero();
        setting.told(NOW.plus(SeatBook.OFFER));
        assertThat(reach(setting, corrected).signedUp()).isZero();
    }

    private long corrected(Setting setting, long first) {
        var notices = setting.office.notices;
        var words = new NewNotice("口腔义诊", "带好身份证。", Set.of(), Set.of(), null, null);
        long id = notices.correct(first, words, "带身份证", setting.editor, NOW).id();
        notices.take(Step.APPROVE, id, setting.office.accounts.find("approver").orElseThrow(), NOW);
        notices.sweep(NOW);
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCalledOffIsOfferedByNoCorrection(TestDatabase database) {
        var setting = new Setting(database);
        setting.office.subscriber("a", Residents.WHOLE_STREET, NOW);
        long first = announced(setting, Set.of(), plan(1, 1));
        var notices = setting.office.notices;
        notices.sweep(NOW);
        var words = new NewNotice("口腔义诊", "带好身份证。", Set.of(), Set.of(), null, null);
        long waiting = notices.correct(first, words, "带身份证", setting.editor, NOW).id();
        notices.take(
                Step.APPROVE, waiting, setting.office.accounts.find("approver").orElseThrow(), NOW);
        var activity = setting.activities().ofNotice(first).orElseThrow();
        setting.desk().cancel(activity.id(), "医生来不了", setting.editor, NOW);
        notices.sweep(NOW);
        assertThat(notices.get(waiting).state()).isEqualTo(Notice.State.CANCELLED);
        assertThat(setting.told(NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoHoldsAnOfferIsToldThatItIsOffOrThatThereIsRoomForAll(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(1, 1), setting.editor, NOW);
        for (var name : List.of("a", "b", "c")) {
            setting.sign(activity, name, 1, NOW);
        }
        setting.activities().cancel(activity.id(), setting.person("a"), NOW);
        setting.told(NOW);
        setting.desk().change(activity.id(), plan(null, 1), setting.editor, NOW);
        assertThat(setting.told(NOW.plus(SeatBook.OFFER)))
                .hasSize(2)
                .allMatch(text -> text.contains("转成报上了"));
        var other = setting.desk().open(plan(1, 1), setting.editor, NOW);
        setting.sign(other, "a", 1, NOW);
        setting.sign(other, "b", 1, NOW);
        setting.activities().cancel(other.id(), setting.person("a"), NOW);
        setting.told(NOW);
        var over = NOW.plus(SeatBook.OFFER);
        setting.desk().cancel(other.id(), "医生来不了", setting.editor, over.minusSeconds(1));
        assertThat(new SignUpTable(setting.office.db.client()).lapsed(over)).isEmpty();
        assertThat(setting.told(over)).singleElement().asString().contains("取消了：医生来不了");
    }

    @ParameterizedTest
    @EnumSource
    void oneSignsUpForWhatIsForOnesOwnArea(TestDatabase database) {
        var setting = new Setting(database);
        var office = setting.office;
        var here = office.district.area("文庙居委会").orElseThrow().code();
        var there = office.district.area("大兴居委会").orElseThrow().code();
        office.subscriber("near", here, NOW);
        office.subscriber("far", there, NOW);
        long notice = announced(setting, Set.of(here), plan(5, 1));
        var activity = setting.activities().ofNotice(notice).orElseThrow();
        assertThat(setting.activities().open(setting.person("near"), NOW)).hasSize(1);
        assertThat(setting.activities().open(setting.person("far"), NOW)).isEmpty();
        assertThat(setting.sign(activity, "far", 1, NOW)).isEqualTo(Outcome.NOT_FOR);
        assertThat(setting.sign(activity, "near", 1, NOW)).isEqualTo(Outcome.CONFIRMED);
        // Who subscribed nowhere, or to the whole street alone, reads of it and has no seat.
        office.subscriber("wide", Residents.WHOLE_STREET, NOW);
        for (var name : List.of("nowhere", "wide")) {
            assertThat(setting.activities().open(setting.person(name), NOW)).hasSize(1);
            assertThat(setting.sign(activity, name, 1, NOW)).isEqualTo(Outcome.NOT_FOR);
        }
        // Who had the notice and does not want others keeps the way in.
        office.subscriber("gone", here, NOW);
        long other = announced(setting, Set.of(here), plan(5, 1));
        office.residents.unsubscribe(setting.person("gone"));
        var second = setting.activities().ofNotice(other).orElseThrow();
        assertThat(setting.sign(second, "gone", 1, NOW)).isEqualTo(Outcome.CONFIRMED);
        assertThat(setting.sign(activity, "gone", 1, NOW)).isEqualTo(Outcome.NOT_FOR);
    }

    @ParameterizedTest
    @EnumSource
    void whoHadANoticeKeepsTheWayInWhileItIsCorrected(TestDatabase database) {
        var setting = new Setting(database);
        var office = setting.office;
        var here = office.district.area("文庙居委会").orElseThrow().code();
        var names = List.of("gone", "seen");
        names.forEach(name -> office.subscriber(name, here, NOW));
        long first = announced(setting, Set.of(here), plan(5, 1));
        names.forEach(name -> office.residents.unsubscribe(setting.person(name)));
        // What was sent long ago is not kept; that it was seen is.
        office.notices.answers().mark(first, setting.person("seen"), NoticeMark.Kind.SEEN, NOW);
        office.db.client().sql("delete from outbox where address = 'seen'").update();
        var words = new NewNotice("口腔义诊", "带好身份证。", Set.of(here), Set.of(), null, null);
        long next = office.notices.correct(first, words, "带身份证", setting.editor, NOW).id();
        office.notices.take(
                Step.APPROVE, next, office.accounts.find("approver").orElseThrow(), NOW);
        office.notices.sweep(NOW);
        var activity = setting.activities().ofNotice(first).orElseThrow();
        for (var name : names) {
            assertThat(setting.sign(activity, name, 1, NOW)).as(name).isEqualTo(Outcome.CONFIRMED);
        }
        assertThat(setting.sign(activity, "other", 1, NOW)).isEqualTo(Outcome.NOT_FOR);
    }

    @ParameterizedTest
    @EnumSource
    void onTheDayItselfThePlaceCanChangeAndNothingIsCancelledAfterwards(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(2, 1), setting.editor, NOW);
        setting.sign(activity, "a", 1, NOW);
        setting.told(Instant.parse("2026-12-02T02:00:00Z"));
        var morning = Instant.parse("2026-12-03T01:00:00Z");
        var elsewhere =
                new ActivityPlan(
                        "口腔义诊", "", "", "大厅", BEGINS, null, LocalDate.parse("2026-12-02"), 2, 1);
        setting.desk().change(activity.id(), elsewhere, setting.editor, morning);
        assertThat(setting.told(morning)).singleElement().asString().contains("大厅");
        var after = BEGINS.plusSeconds(60);
        assertThat(setting.activities().cancel(activity.id(), setting.person("a"), after).outcome())
                .isEqualTo(Outcome.BEGUN);
        var gone = setting.person("a");
        setting.office.db.run(() -> setting.activities().holding().erase().person(gone, after));
        assertThat(setting.desk().signUps(activity.id(), setting.editor)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoWaitedIsSignedUpOnceThereIsRoomForAll(TestDatabase database) {
        var setting = new Setting(database);
        var activity = setting.desk().open(plan(1, 1), setting.editor, NOW);
        for (int i = 0; i < 104; i++) {
            setting.sign(activity, "p" + i, 1, NOW);
        }
        setting.desk().change(activity.id(), plan(null, 1), setting.editor, NOW);
        assertThat(setting.told(NOW)).hasSize(103).allMatch(text -> text.contains("转成报上了"));
        assertThat(setting.desk().signUps(activity.id(), setting.editor))
                .allMatch(signUp -> signUp.state() == SignUpState.CONFIRMED);
    }
}
