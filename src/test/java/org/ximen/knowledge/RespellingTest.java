package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ximen.knowledge.SynonymsFile.Group;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.spelling.Respelling;

/** Small files and lists, so that it is plain from where each word is known. */
class RespellingTest {
    private static final String CARD =
            """
            ---
            title: 上海市居住证办理须知
            kind: GUIDE
            ---
            ## 在哪里办理
            到社区事务受理服务中心申请居住证，带身份证明和住所证明。
            ## 有效期
            居住证每年签注一次，逾期的使用功能中止。
            """;
    private static final String PENSION =
            """
            ---
            title: 养老待遇资格认证
            kind: GUIDE
            ---
            ## 每年认证
            领取退休金的老年人每年做一次资格认证，可以在手机上办理。
            ## 独生子女
            独生子女父母退休时可以领取一次性奖励，资格由街道确认。
            """;

    @TempDir Path home;

    private final AtomicReference<SynonymsFile> synonyms =
            new AtomicReference<>(
                    new SynonymsFile(
                            List.of(
                                    new Group(List.of("电瓶车"), List.of("电动自行车")),
                                    new Group(List.of("几钿"), List.of("多少钱"))),
                            List.of("零距离家园", "性骚扰")));
    private final AtomicReference<List<String>> names =
            new AtomicReference<>(List.of("文庙路", "唐家湾小区"));
    private Shelf shelf = Shelf.EMPTY;
    private final Dictionary dictionary = new Dictionary(synonyms::get, names::get, Optional::of);
    private LuceneRetriever retriever;
    private Respelling respelling;

    @BeforeEach
    void open() {
        retriever = new LuceneRetriever(home.resolve("index"), "none");
        respelling =
                new Respelling(retriever, () -> shelf.heads(), dictionary::words, Runnable::run);
        hold(CARD, PENSION);
    }

    @AfterEach
    void close() throws IOException {
        retriever.close();
    }

    private void hold(String... markdown) {
        var articles =
                List.of(markdown).stream()
                        .map(text -> MarkdownArticle.read(Hashes.of(text), text))
                        .toList();
        shelf = Shelf.of(articles, List.of(), Set.of());
        new Corpus(articles, dictionary).index(retriever, Map.of());
    }

    private String read(String question) {
        return respelling.of(question).text();
    }

    @ParameterizedTest
    @CsvSource({
        "居住政怎么办, 居住证怎么办", // sounds the same, looks alike
        "居主证怎么办, 居住证怎么办",
        "独身子女有奖励吗, 独生子女有奖励吗", // shen for sheng
        "退休金领取资各认证, 退休金领取资格认证",
        "电平车可以进楼吗, 电瓶车可以进楼吗", // 电平 is a word too
        "文苗路在哪里, 文庙路在哪里",
        "唐家弯小区, 唐家湾小区",
        "零矩离家园是什么, 零距离家园是什么"
    })
    void mendsASlip(String written, String meant) {
        assertThat(read(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "居住证怎么办",
                "退休金领取资格认证",
                "我家小囡几钿一个月",
                "校区里的路灯不亮", // 校区 sounds like 小区, and is a word
                "帮我看看要带啥",
                "居住一年要办什么",
                "WiFi坏了找谁",
                "how to apply for a residence permit",
                "can i apply",
                "2026.5.1 A3",
                "",
                " ",
                "？！",
                "😀",
                "天天收到短信骚扰怎么办"
            })
    void leavesAloneWhatIsNoSlip(String question) {
        var spelt = respelling.of(question);
        assertThat(spelt.text()).isEqualTo(question);
        assertThat(spelt.words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "juzhuzheng zenme ban, 居住证怎么办",
        "juzhuzheng怎么办, 居住证怎么办",
        "ju zhu zheng 在哪里办理, 居住证在哪里办理",
        "ju1 zhu4 zheng4 banli, 居住证办理",
        "jū zhù zhèng bàn lǐ, 居住证办理",
        "wenmiaolu在哪里, 文庙路在哪里",
        "dianpingche jidian, 电瓶车几钿"
    })
    void readsPinyin(String written, String meant) {
        assertThat(read(written)).isEqualTo(meant);
    }

    @Test
    void tellsWhatItRead() {
        assertThat(respelling.of("居住政和文苗路").words()).containsExactly("居住证", "文庙路");
        assertThat(respelling.of("居住政").letters()).isFalse();
        assertThat(respelling.of("juzhuzheng").letters()).isTrue();
    }

    @Test
    void leavesALongTextAsItIs() {
        var story = "昨天去办居住政，" + "排队排了很久。".repeat(10);
        assertThat(read(story)).isEqualTo(story);
    }

    @Test
    void followsTheListsAndTheFilesWhenTheyChange() {
        assertThat(read("多格和一是什么")).isEqualTo("多格和一是什么");
        synonyms.set(new SynonymsFile(List.of(), List.of("多格合一")));
        assertThat(read("多格和一是什么")).isEqualTo("多格合一是什么");
        assertThat(read("零矩离家园是什么")).isEqualTo("零矩离家园是什么");

        names.set(List.of("蓬莱路"));
        assertThat(read("篷莱路在哪里")).isEqualTo("蓬莱路在哪里");
        assertThat(read("文苗路在哪里")).isEqualTo("文苗路在哪里");

        assertThat(read("养犬灯记证")).isEqualTo("养犬灯记证");
        hold("---\ntitle: 养犬登记证\nkind: GUIDE\n---\n## 办理\n办理养犬登记证，到派出所。\n");
        assertThat(read("养犬灯记证")).isEqualTo("养犬登记证");
    }
}
