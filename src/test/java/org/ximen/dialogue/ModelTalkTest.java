package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.models.ModelSettings;
import org.ximen.models.RemoteLanguageModel;
import org.ximen.played.PlayedModel;
import org.ximen.played.PlayedModel.Fault;
import org.ximen.testing.SettableClock;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product with a played chat model: better words, the same truth. */
class ModelTalkTest {
    private static final String FREE = "调解收费吗";
    private static final String GOOD = "您好，人民调解不收取任何费用（第四条）〔1〕。可以找居委会的人民调解委员会，街道也有〔1〕。";
    private static final String FOREIGN =
            "Is people's mediation of quarrels about inheritance free?";
    private static final JsonMapper JSON = new JsonMapper();

    private static final PlayedModel PLAYED = new PlayedModel();
    private static final SettableClock CLOCK = new SettableClock(Street.MONDAY);
    private static final Street QUOTING = new Street(TestDatabase.HSQLDB.open());
    private static final Street PHRASING = street(Duration.ofSeconds(30), false);

    @BeforeEach
    void begin() {
        PLAYED.has(Fault.NONE);
        // Whatever failed in the test before, the server has had its rest.
        CLOCK.pass(Duration.ofHours(1));
    }

    @AfterAll
    static void close() throws IOException {
        PLAYED.close();
        QUOTING.close();
        PHRASING.close();
    }

    private static Street street(Duration timeout, boolean stream) {
        var settings =
                new ModelSettings(
                        PLAYED.base(), PlayedModel.KEY, "played", timeout, 2, stream, null);
        var model = new RemoteLanguageModel(settings, "test", new SimpleMeterRegistry(), CLOCK);
        return new Street(TestDatabase.HSQLDB.open(), model);
    }

    /** What is asked while something is done. */
    private static List<JsonNode> asked(Runnable done) {
        int before = PLAYED.asked().size();
        done.run();
        return PLAYED.asked().stream().skip(before).toList();
    }

    private static String answer(String text) {
        return answer(text, "none");
    }

    private static String answer(String text, String action) {
        var node = JSON.createObjectNode();
        node.put("answer", text).put("enough", true).put("action", action);
        node.putArray("used").add(1);
        return node.toString();
    }

    private static Reply ask(Street street, String words) {
        var sender = new Sender("web", UUID.randomUUID().toString());
        return say(street, sender, words).getLast();
    }

    private static List<Reply> say(Street street, Sender sender, String words) {
        var id = UUID.randomUUID().toString();
        var message = new Incoming(sender, id, words, null, null, List.of(), null, null, Set.of());
        return street.dialogue.answer(message, street.clock.instant());
    }

    @Test
    void putsAnAnswerIntoBetterWordsAndSaysSo() {
        PLAYED.says(answer(GOOD));
        var reply = ask(PHRASING, FREE);
        assertThat(reply.text()).startsWith(GOOD).endsWith("（由大模型组织文字，依据见下）");
        assertThat(reply.citations()).hasSize(1);
        PLAYED.says(answer(GOOD, "report"));
        assertThat(ask(PHRASING, FREE).choices()).extracting(Choice::label).contains("报问题");
    }

    @Test
    void saysTheSameOfAStreamOnceItIsWhole() throws IOException {
        PLAYED.says(answer(GOOD));
        try (var street = street(Duration.ofSeconds(30), true)) {
            assertThat(ask(street, FREE).text()).startsWith(GOOD);
            PLAYED.has(Fault.CUT);
            assertSame(street, FREE);
        }
    }

    /** Whatever the model does wrong, the reply is the one of a street without a model. */
    @Test
    void quotesWhereverARuleIsBroken() {
        double before = said();
        for (var wrong : wrong()) {
            PLAYED.says(wrong);
            assertSame(PHRASING, FREE);
        }
        assertThat(said()).isEqualTo(before);
    }

    private static List<Function<JsonNode, String>> wrong() {
        return List.of(
                material -> "对不起，我不能回答。",
                material -> "{\"answer\": 17, \"used\": [], \"enough\": true}",
                material -> "{\"answer\":\"" + GOOD + "\"}",
                material -> answer(GOOD).replace("\"enough\":true", "\"enough\":false"),
                material -> answer("按第九十九条，人民调解不收取任何费用（第四条）〔1〕。"),
                material -> answer("人民调解不收取任何费用（第四条），打63281234〔1〕。"),
                material -> answer("可以找居委会的人民调解委员会，街道也有〔1〕。"),
                material -> answer("People's mediation is free of charge 〔1〕."),
                material -> answer("人民调解不收取任何费用（第四条）。"),
                material -> answer("人民调解不收取任何费用（第四条），见http://a.example〔1〕。"),
                material -> answer(material.path("question").asString() + "〔1〕。"));
    }

    private static void assertSame(Street street, String words) {
        var said = ask(street, words);
        var quoted = ask(QUOTING, words);
        assertThat(said.text()).isEqualTo(quoted.text());
        assertThat(said.kind()).isEqualTo(quoted.kind());
        assertThat(said.citations()).isEqualTo(quoted.citations());
        assertThat(said.choices())
                .extracting(Choice::label)
                .isEqualTo(quoted.choices().stream().map(Choice::label).toList());
    }

    @Test
    void quotesWhereTheServerFails() {
        PLAYED.says(answer(GOOD));
        for (var fault : List.of(Fault.LIMITED, Fault.BROKEN, Fault.GARBLED, Fault.MOVED)) {
            PLAYED.has(fault);
            CLOCK.pass(Duration.ofHours(1));
            assertSame(PHRASING, FREE);
        }
    }

    @Test
    void quotesWhereTheServerIsSilent() throws IOException {
        PLAYED.has(Fault.SILENT);
        try (var street = street(Duration.ofMillis(200), false)) {
            assertSame(street, FREE);
        }
    }

    /** A model that always has enough answers nothing that the files do not. */
    @Test
    void refusesWithAModelWhatItRefusesWithout() {
        PLAYED.says(answer("火星移民可以到街道申请〔1〕。"));
        assertSame(PHRASING, "火星移民要交多少押金");
    }

    /** Question, public passages and kinds of things leave; nobody's name, number or door. */
    @Test
    void nothingButTheMaskedQuestionAndPublicPassagesLeaves() {
        PLAYED.says(answer(GOOD));
        var sender = new Sender("web", "chat-of-zhang");
        var asked =
                asked(() -> {
                    say(PHRASING, sender, "我的电话是13812345678");
                    say(PHRASING, sender, "文庙路215号楼道灯坏了");
                    say(PHRASING, sender, "我叫张三，住文庙路215号203室，电话13812345678，楼道那个");
                    ask(PHRASING, "我叫张三，身份证310101199001011234，电话13812345678，调解收费吗");
                });
        assertThat(asked).isNotEmpty();
        for (var request : asked) {
            assertThat(request.toString())
                    .doesNotContain("13812345678", "张三", "310101199001011234", "203")
                    .doesNotContain("chat-of-zhang", "XM-", PlayedModel.KEY);
            assertThat(PlayedModel.material(request).propertyNames())
                    .isSubsetOf("question", "passages", "message", "categories");
        }
    }

    @Test
    void whoAsksWhatIsKeptHearsOfTheModel() {
        assertThat(ask(PHRASING, "/privacy").text()).contains("大模型");
        assertThat(ask(QUOTING, "/privacy").text()).doesNotContain("大模型");
    }

    @Test
    void answersAnEnglishQuestionFromAChinesePassageWithTheOriginalBeside() {
        PLAYED.says(ModelTalkTest::interpreter);
        var reply = ask(PHRASING, FOREIGN);
        assertThat(reply.kind()).isEqualTo(Reply.Kind.ANSWER);
        assertThat(reply.text())
                .contains("by a language model", "人民调解不收取任何费用（第四条）")
                .startsWith("People's mediation is free (Article 4)");
        assertThat(reply.citations()).extracting(Citation::language).contains("zh");
    }

    private static String interpreter(JsonNode material) {
        return material.has("passages")
                ? answer(
                        "People's mediation is free (Article 4); ask the committee of your"
                                + " neighbourhood (Articles 8 and 17)〔1〕.")
                : "{\"chinese\":\"调解收费吗\"}";
    }

    @Test
    void anEnglishAnswerWithANumberOfItsOwnIsNotSaid() {
        PLAYED.says(material -> interpreter(material).replace("Article 4)", "Article 99)"));
        assertSame(PHRASING, FOREIGN);
    }

    /** What the model takes for a report is offered; nothing is registered, whatever it says. */
    @Test
    void whatItHearsIsOfferedAndNeverFiled() {
        PLAYED.says("{\"act\":\"report\",\"category\":\"E0192\",\"place\":\"\"}");
        long before = cases();
        var reply = ask(PHRASING, "楼道那个");
        assertThat(reply.text()).doesNotContain("XM-");
        assertThat(reply.choices()).extracting(Choice::value).anyMatch(v -> v.contains("REPORT"));
        assertThat(cases()).isEqualTo(before);
        PLAYED.says("{\"act\":\"greet\",\"category\":\"none\",\"place\":\"\"}");
        var asked =
                asked(() -> assertThat(ask(PHRASING, "楼道那个").kind()).isEqualTo(Reply.Kind.HELP));
        assertThat(asked).hasSize(1);
    }

    @Test
    void dangersAreNotLeftToIt() {
        PLAYED.says("{\"act\":\"smalltalk\",\"category\":\"none\",\"place\":\"\"}");
        var dangers = List.of("家里煤气味好重头好晕", "楼下有人拿刀砍人", "我不想活了");
        var asked = asked(() -> dangers.forEach(words -> assertSame(PHRASING, words)));
        assertThat(asked).isEmpty();
    }

    private static long cases() {
        return PHRASING.db
                .client()
                .sql("select count(*) from grid_case")
                .query(Long.class)
                .single();
    }

    private static double said() {
        var counter =
                PHRASING.registry.find("ximen.model.phrasing").tag("result", "said").counter();
        return counter == null ? 0 : counter.count();
    }
}
