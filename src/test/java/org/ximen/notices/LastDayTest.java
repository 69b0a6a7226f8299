package org.ximen.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastDayTest {
    @ParameterizedTest
    @CsvSource({
        "12月3日下午口腔义诊, 2026-12-03",
        "报名到12月1日，12月3日活动, 2026-12-03",
        "12月3日至5日停水, 2026-12-05",
        "2027年1月5日前登记, 2027-01-05",
        "1月5日前登记, 2027-01-05",
        "2026-12-08 停电, 2026-12-08",
        "11月20日的会改了,",
        "13月40日,",
        "每人 3-5 元，电话 12-34,",
        "文庙路12号停水,",
    })
    void isTheLatestDayThatIsNotOver(String words, LocalDate expected) {
        var found = LastDay.in(words, LocalDate.parse("2026-11-23"));
        assertThat(found.orElse(null)).isEqualTo(expected);
    }
}
