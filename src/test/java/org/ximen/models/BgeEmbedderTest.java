package org.ximen.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.meaning.Vectors;
import org.ximen.testing.SharedEmbedder;

class BgeEmbedderTest {
    private static final String RULE = "个人饲养犬只的，应当到公安部门办理登记，领取《养犬登记证》。";

    /** It is tuned, but goes half-way only: another model or another way of reading is far off. */
    @Test
    void readsATextMuchAsTheLibraryDoes() {
        var library = new BgeSmallZhV15QuantizedEmbeddingModel(Runnable::run);
        for (var text : List.of(RULE, "狗证怎么办", "WiFi 收不到", "１２３４５ 热线")) {
            var plain = library.embed(text).content().vector();
            assertThat(Vectors.cosine(read(text).vector(), plain)).isBetween(0.85, 0.99999);
        }
    }

    @Test
    void readsALongTextToItsEndAndKeepsATableOfAnyLength() {
        var text = RULE.repeat(60);
        var long1 = read(text);
        assertThat(Vectors.cosine(long1.vector(), read(RULE).vector())).isGreaterThan(0.8);
        assertThat(long1.tokens().size()).isEqualTo(1_000);
        var end = read("养犬。".repeat(200) + "食品安全许可");
        var asked = read("许可").tokens();
        assertThat(near(asked, end)).isGreaterThan(near(asked, read("养犬。".repeat(200))));
    }

    @Test
    void readsWhatHoldsNothing() {
        for (var text : List.of("", "  ", "，。！", "\u0000", "\u200b")) {
            var read = read(text);
            assertThat(Vectors.cosine(read.vector(), read.vector())).isCloseTo(1, within(1e-5));
            assertThat(read.tokens().size()).isLessThan(2);
        }
    }

    @Test
    void knowsAWordByWhatItMeansWhereItStands() {
        var asked = read("小狗要不要上户口").tokens();
        assertThat(near(asked, read(RULE))).isGreaterThan(near(asked, read("业主大会由全体业主组成。")));
    }

    private static double near(Tokens asked, Meaning other) {
        var weights = new double[asked.size()];
        Arrays.fill(weights, 1);
        return asked.near(other.tokens(), weights);
    }

    private static Meaning read(String text) {
        return SharedEmbedder.INSTANCE.embed(List.of(text)).getFirst();
    }
}
