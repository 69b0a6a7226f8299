package org.ximen.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "十五日内,15天内",
        "第九十九条,第99条",
        "１２３４５,12345",
        "15个工作日,15工作日",
        "满18周岁,满十八岁",
        "'1,000元',1000元",
        "200块,200元"
    })
    void areTheSameHoweverTheyAreWritten(String one, String other) {
        assertThat(StatedNumbers.in(one)).isNotEmpty().isEqualTo(StatedNumbers.in(other));
    }

    @ParameterizedTest
    @CsvSource({"15日,15元", "3个月,3月", "2周,2岁", "9:00,9:30", "15,150"})
    void areOthersWhereTheyCountSomethingElse(String one, String other) {
        assertThat(StatedNumbers.in(one)).doesNotContainAnyElementsOf(StatedNumbers.in(other));
    }

    @Test
    void areNotSeenInWordsThatHoldOne() {
        assertThat(StatedNumbers.in("一般由统一的部门一起办，万一不行再说，千万别急")).isEmpty();
    }

    @Test
    void areSeenWhereSomethingIsCountedByALargeOne() {
        assertThat(StatedNumbers.in("罚款百万元")).containsExactly("百万元");
    }

    @Test
    void standAloneForATextInAnotherLanguage() {
        assertThat(StatedNumbers.values("十五日内办结，电话12345")).containsExactly("15", "12345");
    }
}
