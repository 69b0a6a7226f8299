package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

/** Of a long text the start is understood, and the whole is kept. */
class LongTextTest {
    private static final Sender WANG = new Sender("web", "chat-wang");
    private static final int LONGEST = 20_000;

    @ParameterizedTest
    @EnumSource
    void aReportOfTwentyThousandCharactersIsKeptWhole(TestDatabase database) throws Exception {
        var text = filled("文庙路215号门口路灯不亮，已经三天了。事情的经过是这样的：", "灯一直是黑的，晚上走路要打手电。");
        try (var street = new Street(database.open())) {
            var shown = said(street, text, null);
            assertThat(shown.text()).contains("文庙路215号", "全文 20000 字");
            assertThat(shown.text().length()).isLessThan(1000);
            var number = String.valueOf(said(street, null, "submit").caseNumber());
            assertThat(street.features.cases().find(number).orElseThrow().description())
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldWhereAPlaceWasAskedForIsKeptToo(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            said(street, "路灯不亮", null);
            var text = filled("", "灯杆上面的罩子也坏了。").strip();
            assertThat(said(street, text, null).text()).contains("在哪里");
            said(street, "文庙路215号", null);
            var number = String.valueOf(said(street, null, "submit").caseNumber());
            assertThat(street.features.cases().find(number).orElseThrow().description())
                    .contains("路灯不亮", text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofALongQuestionTheStartIsLookedUpAndKept(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            said(street, filled("遛狗不牵绳会罚多少钱？", "请问有什么规定？"), null);
            assertThat(
                            street.features
                                    .conversations()
                                    .export(street.features.residents().find(WANG).orElseThrow()))
                    .singleElement()
                    .asString()
                    .contains("遛狗不牵绳会罚多少钱")
                    .hasSizeLessThan(600);
        }
    }

    private static String filled(String start, String more) {
        return (start + more.repeat(LONGEST / more.length() + 1)).substring(0, LONGEST);
    }

    private static Reply said(Street street, @Nullable String text, @Nullable String choice) {
        var incoming =
                Incoming.awaited(WANG, UUID.randomUUID().toString(), text, choice, null, List.of());
        return street.dialogue.answer(incoming, street.clock.instant()).getFirst();
    }
}
