package org.ximen.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "三十,30",
        "十二,12",
        "一百零二,102",
        "廿三,23",
        "两,2",
        "一三三,133",
        "二百,200",
        "一百一十五,115",
        "30,30",
        "几,几"
    })
    void readsNumbersAsPeopleWriteThem(String words, String digits) {
        assertThat(ChineseNumbers.digits(words)).isEqualTo(digits);
    }
}
