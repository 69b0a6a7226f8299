package org.ximen.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.SharedEmbedder;
import org.ximen.testing.TestDatabase;

class GapsTest {
    @TempDir Path home;

    private Lack lack(TestDatabase database) {
        return new Lack(database.open(), home, Optional.of(SharedEmbedder.INSTANCE));
    }

    @ParameterizedTest
    @EnumSource
    void questionsOfOneMeaningAreOneGroupAndTheMostWantedStandsFirst(TestDatabase database) {
        var lack = lack(database);
        lack.refused("wang", "垃圾不分类罚多少钱");
        lack.refused("li", "公积金怎么提取");
        lack.refused("zhao", "提取公积金要什么手续");
        lack.refused("li", "公积金怎么贷款");
        assertThat(lack.groups())
                .containsExactly(
                        List.of("公积金怎么提取", "提取公积金要什么手续"), List.of("公积金怎么贷款"), List.of("垃圾不分类罚多少钱"));
        var first = lack.only();
        assertThat(first.people()).isEqualTo(2);
        assertThat(first.times()).isEqualTo(2);
        assertThat(first.lastAsked()).isEqualTo(lack.now);
        lack.refused("qian", "不分类扔垃圾怎么处罚");
        assertThat(lack.groups()).contains(List.of("垃圾不分类罚多少钱", "不分类扔垃圾怎么处罚"));
    }

    @ParameterizedTest
    @EnumSource
    void oneWordThatDiffersKeepsQuestionsApart(TestDatabase database) {
        var lack = lack(database);
        lack.refused("wang", "结婚登记要预约吗");
        lack.refused("wang", "离婚登记要预约吗");
        lack.refused("wang", "租房要登记吗");
        lack.refused("wang", "买房要登记吗");
        assertThat(lack.open()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void theSameQuestionsMakeTheSameGroupsHoweverOftenTheyAreSwept(TestDatabase database) {
        var questions = List.of("菜场几点关门", "公园几点关门", "菜市场营业到几点", "办护照要带什么", "办理护照需要哪些材料");
        var atOnce = lack(database);
        questions.forEach(question -> atOnce.refused("wang", question));
        var oneByOne = lack(database);
        for (var question : questions) {
            oneByOne.refused("wang", question);
            oneByOne.open();
        }
        oneByOne.open();
        assertThat(oneByOne.groups()).isEqualTo(atOnce.groups()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAModelNearlyTheSameWordsAreTogetherAndAreReadByItLater(TestDatabase database) {
        var db = database.open();
        var lack = new Lack(db, home, Optional.empty());
        lack.refused("wang", "请问公积金怎么提取？");
        lack.refused("li", "公积金怎么提取");
        lack.refused("li", "提取公积金要什么手续");
        assertThat(lack.open()).hasSize(2);
        var later = new Lack(db, home, Optional.of(SharedEmbedder.INSTANCE));
        later.refused("zhao", "提取公积金要哪些手续");
        assertThat(later.only().times()).isEqualTo(2);
        assertThat(later.open()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aGuessCountsOnlyWhereNoChoiceWasTaken(TestDatabase database) {
        var lack = lack(database);
        lack.asked("wang", "公积金怎么提取", Result.UNSURE);
        assertThat(lack.open()).as("a choice may still be taken").isEmpty();
        lack.gaps.pick(lack.person("wang"));
        lack.asked("li", "公积金怎么提取", Result.UNSURE);
        lack.pass(Duration.ofMinutes(11));
        assertThat(lack.only().people()).isEqualTo(1);
        lack.gaps.pick(lack.person("li"));
        assertThat(lack.open()).as("taken late").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerHasOneMarkAndItMayChange(TestDatabase database) {
        var lack = lack(database);
        var wang = lack.person("wang");
        long id = lack.asked("wang", "公积金怎么提取", Result.ANSWERED);
        assertThat(lack.open()).isEmpty();
        assertThat(lack.gaps.mark(id, false, wang, lack.now)).isEqualTo(Gaps.Mark.WHY);
        assertThat(lack.gaps.mark(id, false, wang, lack.now)).isEqualTo(Gaps.Mark.TAKEN);
        lack.gaps.why(id, Reason.OUTDATED, wang, lack.now);
        lack.gaps.why(id, Reason.INCOMPLETE, wang, lack.now);
        assertThat(lack.gaps.remark(wang, "电话13812345678打不通", lack.now)).isTrue();
        assertThat(lack.gaps.remark(wang, "还有一句", lack.now)).isFalse();
        assertThat(lack.only().reasons()).containsExactly(Map.entry(Reason.INCOMPLETE, 1L));
        assertThat(lack.gaps.questions(lack.only().id(), lack.editor))
                .extracting(Question::remark)
                .containsExactly("电话138********打不通");
        assertThat(lack.gaps.mark(id, true, wang, lack.now)).isEqualTo(Gaps.Mark.TAKEN);
        assertThat(lack.open()).isEmpty();
        assertThat(lack.registry.counter("ximen.votes", "kind", "useful").count()).isEqualTo(1);
        assertThat(lack.registry.counter("ximen.answers", "kind", "answered").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoAskedMayJudge(TestDatabase database) {
        var lack = lack(database);
        long id = lack.asked("wang", "公积金怎么提取", Result.ANSWERED);
        var thief = lack.person("thief");
        assertThat(lack.gaps.mark(id, false, thief, lack.now)).isEqualTo(Gaps.Mark.GONE);
        assertThat(lack.gaps.why(id, Reason.UNCLEAR, thief, lack.now)).isEqualTo(Gaps.Mark.GONE);
        assertThat(lack.gaps.mark(4711, true, thief, lack.now)).isEqualTo(Gaps.Mark.GONE);
        assertThat(lack.gaps.remark(thief, "不好", lack.now)).isFalse();
        assertThat(lack.open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatLeadsToAPersonIsNotKept(TestDatabase database) {
        var lack = lack(database);
        lack.refused("wang", "我叫王小明，电话13812345678，住文庙路120弄3号501室，9号线怎么走");
        assertThat(lack.texts(lack.only().id()))
                .containsExactly("我叫**，电话138********，住文庙路*弄*号*室，9号线怎么走");
        var own =
                lack.gaps.note(
                        lack.person("li"), "pigeon", "我的12345单子办到哪了", Result.REFUSED, 9, lack.now);
        assertThat(own).isEmpty();
        assertThat(lack.open()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoAskedIsToldOnceAndOnlyWhoWantsIt(TestDatabase database) {
        var lack = lack(database);
        lack.refused("wang", "公积金怎么提取");
        lack.refused("wang", "提取公积金要什么手续");
        lack.refused("li", "公积金怎么提取");
        lack.refused("gone", "公积金怎么提取");
        lack.gaps.note(null, "pigeon", "公积金怎么提取", Result.REFUSED, 0, lack.now);
        lack.gaps.quiet(lack.person("li"), lack.now);
        lack.gaps.quiet(lack.person("li"), lack.now);
        lack.office.residents.reachable(lack.person("gone").sender(), false);
        long gap = lack.only().id();
        assertThat(lack.answer(gap, "公积金怎么提取", "到社区事务受理服务中心办理。")).isEqualTo(1);
        assertThat(lack.arrived())
                .singleElement()
                .asString()
                .startsWith("wang 您上次问的“提取公积金要什么手续”，现在有答案了：\n到社区事务受理服务中心办理。〔1〕");
        assertThat(lack.open()).isEmpty();
        // Somebody misses the answer: the group opens again, and its next answer tells only them.
        lack.refused("zhao", "公积金怎么提取");
        assertThat(lack.only().id()).isEqualTo(gap);
        assertThat(lack.answer(gap, "公积金怎么提取", "网上也能办。")).isEqualTo(1);
        assertThat(lack.arrived()).singleElement().asString().startsWith("zhao ");
        assertThat(lack.office.audit.page("", "", "gap " + gap, 0, 9)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsToldUnlessTheEditorWantsIt(TestDatabase database) {
        var lack = lack(database);
        lack.refused("wang", "公积金怎么提取");
        var faq = new Faq("公积金怎么提取", "网上能办。", null, null, null);
        assertThat(lack.gaps.answer(lack.only().id(), faq, false, lack.editor, lack.now)).isZero();
        assertThat(lack.arrived()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDismissedOrMergedStaysSo(TestDatabase database) {
        var lack = lack(database);
        lack.refused("wang", "公积金怎么提取");
        lack.refused("wang", "蓬莱公园几点开门");
        lack.refused("wang", "公园早上什么时候能进");
        var ids = lack.open().stream().map(Gap::id).sorted().toList();
        lack.gaps.dismiss(ids.get(0), "不归街道管", lack.editor, lack.now);
        lack.gaps.merge(ids.get(2), ids.get(1), lack.editor, lack.now);
        lack.refused("li", "公积金怎么提取");
        lack.refused("li", "公园早上什么时候能进");
        assertThat(lack.groups()).containsExactly(List.of("蓬莱公园几点开门", "公园早上什么时候能进", "公园早上什么时候能进"));
        assertThat(lack.gaps.list(Gap.State.DISMISSED, 0, 9, lack.editor))
                .singleElement()
                .satisfies(gap -> assertThat(gap.times()).isEqualTo(2))
                .satisfies(gap -> assertThat(gap.note()).isEqualTo("不归街道管"));
        assertThatThrownBy(() -> lack.gaps.merge(ids.get(1), ids.get(1), lack.editor, lack.now))
                .hasMessageContaining("不能和自己合并");
        assertThatThrownBy(() -> lack.answer(ids.get(2), "问", "答")).hasMessageContaining("已合并");
        assertThatThrownBy(() -> lack.gaps.dismiss(ids.get(0), "x", lack.editor, lack.now))
                .hasMessageContaining("不予解答");
    }

    @ParameterizedTest
    @EnumSource
    void whatStaffAnsweredInATalkWaitsForAnEditor(TestDatabase database) {
        var lack = lack(database);
        var desk = lack.office.hire(Role.DISPATCHER, home, lack.now);
        lack.refused("li", "公积金怎么提取");
        long gap = lack.only().id();
        lack.gaps.dismiss(gap, "不归街道管", lack.editor, lack.now);
        var faq = new Faq("公积金怎么提取", "到黄浦管理部办，我电话13812345678。", null, null, null);
        var steps = new ArrayList<String>();
        for (int press = 0; press < 2; press++) {
            assertThat(propose(lack, "wang", faq, desk, () -> steps.add("done"))).isEqualTo(gap);
        }
        assertThat(steps).as("a double press proposes once").hasSize(1);
        assertThat(lack.only().times()).isEqualTo(2);
        assertThatThrownBy(() ->
                        propose(
                                lack,
                                "li",
                                faq,
                                desk,
                                () -> {
                                    throw new IllegalStateException("not kept");
                                }))
                .hasMessage("not kept");
        assertThat(lack.only().times()).as("all or nothing").isEqualTo(2);
        assertThat(lack.only().proposed())
                .isEqualTo(new Gap.Proposal("到黄浦管理部办，我电话138********。", "dispatcher"));
        assertThat(lack.arrived()).as("nothing is published").isEmpty();
        lack.answer(gap, "公积金怎么提取", "到黄浦管理部办。");
        assertThat(lack.gaps.get(gap, lack.editor).proposed()).isNull();
        long other = propose(lack, "zhao", faq, desk, () -> {});
        lack.forget("zhao");
        assertThat(lack.gaps.get(other, lack.editor).proposed()).isNull();
    }

    private static long propose(Lack lack, String who, Faq faq, StaffMember by, Runnable more) {
        return lack.gaps.propose(lack.person(who), faq, by, more, lack.now);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsForgottenLeavesNothingBehind(TestDatabase database) {
        var lack = lack(database);
        lack.refused("wang", "公积金怎么提取");
        lack.refused("li", "提取公积金要什么手续");
        lack.refused("wang", "蓬莱公园几点开门");
        lack.gaps.quiet(lack.person("wang"), lack.now);
        assertThat(lack.open()).hasSize(2);
        assertThat(lack.gaps.holding().export().of(lack.person("wang")))
                .containsExactly("问过：公积金怎么提取", "问过：蓬莱公园几点开门");
        lack.forget("wang");
        assertThat(lack.gaps.holding().export().of(lack.person("wang"))).isEmpty();
        assertThat(lack.open()).extracting(Gap::question).containsExactly("提取公积金要什么手续");
        lack.forget("li");
        assertThat(rows(lack, "gap")).isZero();
        assertThat(rows(lack, "gap_question")).isZero();
        assertThat(rows(lack, "gap_quiet")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void questionsGoAfterNinetyDaysAndContentOnesAfterThirty(TestDatabase database) {
        var lack = lack(database);
        lack.asked("wang", "调解收费吗", Result.ANSWERED);
        lack.refused("wang", "公积金怎么提取");
        lack.refused("wang", "蓬莱公园几点开门");
        var ids = lack.open().stream().map(Gap::id).sorted().toList();
        lack.answer(ids.getFirst(), "公积金怎么提取", "网上能办。");
        trimAfter(lack, Duration.ofDays(31));
        assertThat(rows(lack, "gap_question")).isEqualTo(2);
        trimAfter(lack, Duration.ofDays(60));
        assertThat(rows(lack, "gap_question")).isZero();
        assertThat(lack.open()).isEmpty();
        assertThat(lack.gaps.list(Gap.State.ANSWERED, 0, 9, lack.editor)).hasSize(1);
    }

    private static void trimAfter(Lack lack, Duration time) {
        lack.pass(time);
        lack.gaps.holding().trim().before(lack.now.minus(Duration.ofDays(90)));
    }

    private static long rows(Lack lack, String table) {
        return lack.office
                .db
                .client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void oneWhoAsksOnAndOnFillsNoWorkList(TestDatabase database) {
        var lack = lack(database);
        for (int i = 0; i < 100; i++) {
            lack.refused("wang", "第" + i + "个问题");
        }
        assertThat(lack.note("wang", "再来一个问题")).isEmpty();
        assertThat(lack.note("li", "李家的问题")).isPresent();
        lack.pass(Duration.ofDays(1).plusSeconds(1));
        assertThat(lack.note("wang", "第二天的问题")).isPresent();
    }
}
