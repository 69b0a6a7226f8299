package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2020年遛狗不牵绳罚多少, 2020-12-31",
        "请问2019年5月的停车收费标准, 2019-05-31",
        "2024年2月29日那时候的规定是什么, 2024-02-29",
        "去年的高温费标准是多少, 2025-12-31",
        "前年办法里怎么写的, 2024-12-31",
        "三年前居住证的政策, 2023-11-22",
        "我2018年结婚，当时产假的规定是几天, 2018-12-31"
    })
    void readsTheDayOfTheRules(String question, LocalDate day) {
        assertThat(Past.of(question, TODAY)).contains(new Past.On(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"以前的养犬规定罚多少", "旧政策里补贴几年", "修改前的条例怎么说", "以前罚多少"})
    void readsWhatCameBefore(String question) {
        assertThat(Past.of(question, TODAY)).contains(new Past.Before());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我2019年买的房，能装电梯吗",
                "2010年出生的小孩上哪个学校",
                "去年领的证丢了",
                "2019年的规定现在还算吗",
                "2027年的补贴标准",
                "2026年产假几天",
                "2019年13月的规定",
                "老年人有什么优待政策",
                "老房子装电梯怎么申请",
                "以前是农村户口，现在能参加居民医保吗"
            })
    void everythingElseIsAboutToday(String question) {
        assertThat(Past.of(question, TODAY)).isEmpty();
    }
}
