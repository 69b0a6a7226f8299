package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.district.SampleDistrict;
import org.ximen.settings.ConfigFile;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.NotOursFile.Body;

class ResponsibleBodiesTest {
    private final NotOursFile file =
            new ConfigFile<>(Path.of("config", "notours.yaml"), NotOursFile.class).get();

    @ParameterizedTest
    @CsvSource({
        "厂里三个月没发工资了, labour",
        "淘宝买的冰箱坏了店家不肯退款, consumer",
        "供电局把我家电费算错了, power",
        "有人打电话说我银行卡涉嫌洗钱要我转账, fraud"
    })
    void namesWhoIsResponsible(String words, String id) {
        var reader =
                new MessageReader(
                        SharedEmbedder.INSTANCE, SampleDistrict.open(), new ReadingModels());
        assertThat(new ResponsibleBodies(() -> file, reader).responsible(words))
                .map(Body::id)
                .contains(id);
    }

    @Test
    void everyBodyOfTheExamplesIsInTheFile() {
        var used =
                ExampleBook.shipped().stream()
                        .map(Example::body)
                        .filter(Objects::nonNull)
                        .distinct();
        assertThat(file.bodies().stream().map(Body::id).toList()).containsAll(used.toList());
    }

    @Test
    void refusesASentenceWithoutItsNumber() {
        assertThatThrownBy(() -> new Body("a", "甲", "12345", "请打热线。", null, null))
                .hasMessageContaining("没有号码 12345");
    }

    @Test
    void refusesAnIdTwice() {
        var body = new Body("a", "甲", null, "请问甲。", null, null);
        assertThatThrownBy(() -> new NotOursFile(List.of(body, body))).hasMessageContaining("重复");
    }
}
