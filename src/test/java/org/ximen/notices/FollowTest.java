package org.ximen.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Delivery;
import org.ximen.chat.Sender;
import org.ximen.notices.Notice.State;
import org.ximen.residents.Person;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

/** What follows a notice: answers of its people, other words, its end. */
class FollowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    /** Who was away can be reached again. */
    private static final Instant BACK = NOW.plusSeconds(9000);

    @TempDir Path home;

    private final class Setting {
        final Office office;
        final StaffMember editor;
        final StaffMember approver;

        Setting(TestDatabase database) {
            office = new Office(database.open(), home);
            editor = office.hire(Role.EDITOR, home, NOW);
            approver = office.hire(Role.APPROVER, home, NOW);
        }

        long sent(NewNotice notice) {
            long id = office.notices.write(notice, editor, NOW).id();
            send(id);
            return id;
        }

        void send(long id) {
            send(id, NOW);
        }

        void send(long id, Instant at) {
            office.notices.take(Step.APPROVE, id, approver, at);
            settle(at);
        }

        void settle(Instant at) {
            office.notices.sweep(at);
            office.outbox.drain(at);
            office.notices.sweep(at);
        }

        State state(long id) {
            return office.notices.get(id).state();
        }

        List<String> told() {
            var told = List.copyOf(office.pigeons.carried);
            office.pigeons.carried.clear();
            return told;
        }

        Person person(String name) {
            return office.residents.meet(new Sender("pigeon", name), NOW);
        }

        boolean answers(long id) {
            office.library.refresh(NOW);
            return office.library.find("notices/" + id).isPresent();
        }
    }

    private static NewNotice notice(String body) {
        return new NewNotice("停水通知", body, Set.of(), Set.of(), null, null)
                .with(Set.of(NoticeButton.SEEN, NoticeButton.ASK, NoticeButton.SIGN_UP));
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionTakesThePlaceOfTheFirstForThoseWhoHadIt(TestDatabase database) {
        var s = new Setting(database);
        for (int i = 0; i < 3; i++) {
            s.office.subscriber("p" + i, "", NOW);
        }
        s.office.pigeons.instead.put("p0", new Delivery.Gone("blocked"));
        s.office.pigeons.instead.put("p1", new Delivery.Later(BACK, "away"));
        long first = s.sent(notice("周六停水。"));
        s.office.subscriber("later", "", NOW);
        s.told();
        var notices = s.office.notices;
        long id = notices.correct(first, notice("周日停水。"), " 改到周日 ", s.editor, NOW).id();
        assertThat(notices.get(id).buttons()).containsExactlyInAnyOrder(NoticeButton.values());
        assertThat(notices.progress(id).recipients()).isEqualTo(2);
        assertThat(s.state(first)).isEqualTo(State.SENDING);
        assertThat(s.answers(first)).isTrue();
        assertThatThrownBy(() -> notices.recall(first, "算了", s.editor, NOW))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("在等审核");
        assertThatThrownBy(() -> notices.take(Step.APPROVE, id, s.editor, NOW))
                .isInstanceOf(StaffRefused.class);
        s.office.pigeons.instead.clear();
        s.send(id, BACK);
        // Who still waited for the first gets the new words alone.
        assertThat(s.told())
                .hasSize(2)
                .allMatch(text -> text.contains("【更正】【停水通知】\n\n改到周日\n\n周日停水。"))
                .noneMatch(text -> text.startsWith("later") || text.startsWith("p0"));
        assertThat(s.state(first)).isEqualTo(State.CORRECTED);
        assertThat(s.state(id)).isEqualTo(State.DONE);
        assertThat(s.answers(first)).isFalse();
        assertThat(s.answers(id)).isTrue();
        assertThatThrownBy(() -> notices.correct(first, notice("x"), "x", s.editor, NOW))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("已更正");
    }

    @ParameterizedTest
    @EnumSource
    void aRecallIsToldToThoseWhoHadItAndStopsTheRest(TestDatabase database) {
        var s = new Setting(database);
        s.office.subscriber("p0", "", NOW);
        s.office.subscriber("p1", "", NOW);
        s.office.pigeons.instead.put("p1", new Delivery.Later(BACK, "away"));
        long first = s.sent(notice("周六停水。"));
        s.told();
        var notices = s.office.notices;
        assertThatThrownBy(() -> notices.recall(first, " ", s.editor, NOW))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("请写明撤回的原因");
        long id = notices.recall(first, "不停水了", s.editor, NOW).id();
        s.office.pigeons.instead.clear();
        s.send(id);
        assertThat(s.told()).singleElement().asString().startsWith("p0 【撤回】").contains("不停水了");
        assertThat(s.state(first)).isEqualTo(State.RECALLED);
        assertThat(s.answers(first)).isFalse();
        assertThat(s.answers(id)).isFalse();
        s.settle(BACK);
        assertThat(notices.progress(first).cancelled()).isEqualTo(1);
        assertThatThrownBy(() -> notices.recall(id, "x", s.editor, NOW))
                .isInstanceOf(StaffRefused.class)
                .hasMessageContaining("撤回的消息本身");
        assertThat(notices.answers().mark(first, s.person("p0"), NoticeMark.Kind.SEEN, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPressedCountsOnceAPersonAndByNeighbourhood(TestDatabase database) {
        var s = new Setting(database);
        var area = s.office.district.area("文庙居委会").orElseThrow().code();
        s.office.subscriber("p0", area, NOW);
        s.office.subscriber("p1", area, NOW);
        s.office.subscriber("p2", "", NOW);
        s.office.pigeons.instead.put("p1", new Delivery.Gone("blocked"));
        long id = s.sent(notice("周六停水。"));
        var answers = s.office.notices.answers();
        var person = s.person("p0");
        for (int i = 0; i < 2; i++) {
            answers.mark(id, person, NoticeMark.Kind.SEEN, NOW);
            answers.mark(id, person, NoticeMark.Kind.ASKED, NOW);
        }
        answers.asked(id, person, "几点停，打我13812345678", false, NOW);
        answers.asked(id, person, "那几点来", true, NOW);
        assertThat(answers.reach(id))
                .containsExactlyInAnyOrder(
                        new NoticeReach(area, 2, 1, 1, 1, 0, 1, 0, 1),
                        new NoticeReach(null, 1, 1, 0, 0, 0, 0, 0, 0));
        // Each question stays, the newest first.
        assertThat(answers.questions(id))
                .extracting(AskedQuestion::answered)
                .containsExactly(true, false);
        assertThat(answers.questions(id).getLast().words())
                .contains("几点停")
                .doesNotContain("12345678");
        var holding = answers.holding();
        assertThat(holding.export().of(person)).hasSize(4).first().asString().contains("知道了");
        s.office.db.run(() -> holding.erase().person(person, NOW));
        assertThat(holding.export().of(person)).isEmpty();
        assertThat(answers.questions(id)).isEmpty();
        assertThat(answers.reach(id)).allMatch(each -> each.seen() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionThatWasBrokenOffIsFollowedByAnotherToAll(TestDatabase database) {
        var s = new Setting(database);
        for (int i = 0; i < 3; i++) {
            s.office.subscriber("p" + i, "", NOW);
        }
        s.office.pigeons.instead.put("p2", new Delivery.Later(BACK, "away"));
        long first = s.sent(notice("周六停水。"));
        var notices = s.office.notices;
        long broken = notices.correct(first, notice("周日停水。"), "改到周日", s.editor, NOW).id();
        notices.take(Step.APPROVE, broken, s.approver, NOW);
        notices.sweep(NOW);
        assertThat(s.state(first)).isEqualTo(State.CORRECTED);
        assertThat(notices.steps(notices.get(first), s.editor)).doesNotContain(Step.CORRECT);
        notices.take(Step.CANCEL, broken, s.editor, NOW);
        assertThat(notices.steps(notices.get(first), s.editor)).contains(Step.CORRECT, Step.RECALL);
        s.office.pigeons.instead.clear();
        s.told();
        long second = notices.correct(first, notice("周一停水。"), "改到周一", s.editor, NOW).id();
        s.send(second, BACK);
        assertThat(s.told()).hasSize(3).allMatch(text -> text.contains("周一停水"));
        assertThat(s.answers(second)).isTrue();
        assertThat(notices.current(first).orElseThrow().id()).isEqualTo(second);
        assertThat(notices.first(second)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverTheFirstHadNotComeToGetsTheCorrection(TestDatabase database) {
        var s = new Setting(database);
        for (int i = 0; i < 5; i++) {
            s.office.subscriber("p" + i, "", NOW);
        }
        var notices = s.office.notices;
        long first = notices.write(notice("周六停水。"), s.editor, NOW).id();
        notices.take(Step.APPROVE, first, s.approver, NOW);
        notices.sending.start(first, NOW);
        long id = notices.correct(first, notice("周日停水。"), "改到周日", s.editor, NOW).id();
        s.send(id);
        assertThat(s.told()).hasSize(5).allMatch(text -> text.contains("周日停水"));
        assertThat(notices.progress(id).sent()).isEqualTo(5);
        // A recall that is due after its notice was stopped is not sent.
        long other = s.sent(notice("停电。"));
        s.told();
        long recall = notices.recall(other, "不停了", s.editor, NOW).id();
        notices.take(Step.APPROVE, recall, s.approver, NOW);
        s.office
                .db
                .client()
                .sql("update notice set state = 'CANCELLED' where id = ?")
                .param(other)
                .update();
        s.settle(NOW);
        assertThat(s.told()).isEmpty();
        assertThat(s.state(recall)).isEqualTo(State.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionThatCameBackStaysACorrection(TestDatabase database) {
        var s = new Setting(database);
        s.office.subscriber("p0", "", NOW);
        long first = s.sent(notice("周六停水。"));
        s.told();
        var notices = s.office.notices;
        long id = notices.correct(first, notice("周日停水。"), "改到周日", s.editor, NOW).id();
        notices.giveBack(id, null, "写清楚几点", s.approver, NOW);
        var area = s.office.district.area("文庙居委会").orElseThrow().code();
        var words = new NewNotice("停水", "周日九点停水。", Set.of(area), Set.of(), null, null);
        notices.submit(id, words, "改到周日九点", s.editor, NOW);
        assertThat(notices.get(id).areas()).isEmpty();
        s.send(id);
        assertThat(s.told()).singleElement().asString().contains("改到周日九点\n\n周日九点停水");
    }
}
