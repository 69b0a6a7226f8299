package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

/** Buttons below answers: old ones, foreign ones and made-up ones. */
class MarksTest {
    private static final Sender WANG = new Sender("web", "chat-wang");
    private static final Sender THIEF = new Sender("web", "chat-thief");

    @ParameterizedTest
    @EnumSource
    void pressedAgainLaterOrInsideAReportAMarkDisturbsNothing(TestDatabase database)
            throws Exception {
        try (var street = new Street(database.open())) {
            var answer = say(street, WANG, "调解收费吗");
            assertThat(labels(answer)).startsWith("有用", "没用");
            var useful = value(answer, "有用");
            var useless = value(answer, "没用");
            assertThat(press(street, WANG, useless).text()).startsWith("哪里不对？");
            assertThat(press(street, WANG, useless).text()).startsWith("已经记下了");
            assertThat(press(street, WANG, useful).text()).startsWith("谢谢，有用就好");
            assertThat(say(street, WANG, "文庙路215号路灯不亮").text()).contains("我来登记");
            assertThat(press(street, WANG, useful).text()).startsWith("谢谢，有用就好");
            assertThat(press(street, WANG, "submit").text())
                    .as("the report is open")
                    .contains("XM-");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoCallsAPersonBelowAnAnswerNeedNotAskAgain(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            say(street, WANG, "调解收费吗");
            press(street, WANG, "person");
            assertThat(street.features.handoff().open(WANG).orElseThrow().about())
                    .isEqualTo("调解收费吗");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyJudgesForAnotherNorWithButtonsThatNeverWere(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            var answer = say(street, WANG, "调解收费吗");
            var stolen = value(answer, "没用");
            var id = stolen.substring("useless:".length());
            var gone =
                    List.of(
                            stolen,
                            "why:" + id + ".OUTDATED",
                            "why:" + id,
                            "why:" + id + ".",
                            "why:.OUTDATED",
                            "why:" + id + ".OUTDATED.X",
                            "useful:",
                            "useful:-1",
                            "useful:0",
                            "useful:１",
                            "useless:99999999999999999999",
                            "useless:1 or 1=1",
                            "quiet:1");
            for (var value : gone) {
                assertThat(press(street, THIEF, value).text()).as(value).startsWith("这个按钮已经过期了");
            }
            street.gaps.sweep(street.clock.instant());
            assertThat(count(street, "gap")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereOthersReadAlongNobodyIsKnownAndNothingCanBePressed(TestDatabase database)
            throws Exception {
        try (var street = new Street(database.open())) {
            var answer = answers(street, incoming(WANG, "调解收费吗", null, Manner.IN_PUBLIC));
            assertThat(answer.kind()).isEqualTo(Reply.Kind.ANSWER);
            assertThat(answer.choices()).isEmpty();
            answers(street, incoming(WANG, "北京养狗一年要交多少钱", null, Manner.IN_PUBLIC));
            assertThat(count(street, "gap_question")).isEqualTo(2);
            assertThat(count(street, "gap_question where person is not null")).isZero();
        }
    }

    private static Reply say(Street street, Sender who, String words) {
        return answers(street, incoming(who, words, null, Manner.AWAITED));
    }

    private static Reply press(Street street, Sender who, String value) {
        return answers(street, incoming(who, null, value, Manner.AWAITED));
    }

    private static Reply answers(Street street, Incoming incoming) {
        return street.dialogue.answer(incoming, street.clock.instant()).getFirst();
    }

    private static Incoming incoming(
            Sender who, @Nullable String words, @Nullable String choice, Manner manner) {
        var id = UUID.randomUUID().toString();
        return new Incoming(
                who,
                id,
                words,
                choice,
                null,
                List.of(),
                null,
                null,
                EnumSet.of(Manner.AWAITED, manner));
    }

    private static List<String> labels(Reply reply) {
        return reply.choices().stream().map(Choice::label).toList();
    }

    private static String value(Reply reply, String label) {
        return reply.choices().stream()
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static long count(Street street, String what) {
        return street.db.client().sql("select count(*) from " + what).query(Long.class).single();
    }
}
