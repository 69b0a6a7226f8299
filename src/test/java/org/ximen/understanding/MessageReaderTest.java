package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.district.SampleDistrict;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.DangerReading.Level;

class MessageReaderTest {
    private final MessageReader reader =
            new MessageReader(SharedEmbedder.INSTANCE, SampleDistrict.open(), new ReadingModels());

    @Test
    void theShippedModelBelongsToTheShippedExamples() {
        var key = ExampleBook.key(ExampleBook.shipped(), SharedEmbedder.INSTANCE.model());
        assertThat(ReadingModels.shipped().key())
                .as("the examples or the way of learning changed: run mvn -Ptrain test")
                .isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "IDLE, 养狗要办什么证, ASK",
        "IDLE, 文庙路垃圾堆了三天没人收, REPORT",
        "OPEN, 我那个事办得怎么样了, STATUS",
        "IDLE, 转人工, PERSON",
        "DRAFT_CONFIRM, 对的没问题, YES",
        "IDLE, how do I register my dog, ASK",
        "IDLE, 狗證怎麼辦, ASK"
    })
    void readsWhatIsWanted(DialogueState state, String text, Act act) {
        assertThat(reader.read(text, new Situation(state, null)).act()).isEqualTo(act);
    }

    @Test
    void theActsAreAllThereAndAddUp() {
        var reading = reader.read("路灯不亮", Situation.IDLE);
        assertThat(reading.acts()).hasSize(Act.values().length);
        assertThat(reading.acts().stream().mapToDouble(ActGuess::probability).sum())
                .isBetween(0.999, 1.001);
        assertThat(reading.categories().getFirst().code()).isEqualTo("C0137");
    }

    @Test
    void tellsADangerNowFromOneThatIsOver() {
        var now = reader.read("我家厨房着火了快来人", Situation.IDLE).danger();
        assertThat(now.level()).isEqualTo(Level.NOW);
        assertThat(now.family()).isEqualTo("fire");
        var past = reader.read("去年我们楼里着过一次火，早就扑灭了", Situation.IDLE).danger();
        assertThat(past.level()).isNotEqualTo(Level.NOW);
    }

    @Test
    void readsAnyTextWithoutAnEncoderToo() {
        var blind = new MessageReader(null, SampleDistrict.open(), new ReadingModels());
        for (var text : new String[] {"", " ", "😀", "a".repeat(3_000)}) {
            assertThat(blind.read(text, Situation.IDLE).acts()).hasSize(Act.values().length);
        }
        assertThat(blind.read("路灯不亮了", Situation.IDLE).act()).isEqualTo(Act.REPORT);
    }
}
