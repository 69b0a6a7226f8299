package org.ximen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceAgreementTest {
    @ParameterizedTest
    @CsvSource({
        "大吉路三十弄,大吉路30弄,true",
        "蓬莱公园,蓬莱公园东门,true",
        "文庙路215号门口,文庙路215号,true",
        "学前街,学前街48号三楼,true",
        "学宫街80弄,学宫街,false",
        "文庙路6号,文庙路16号,false",
        "文庙路,梦花街,false",
        "大林路靠西藏南路,大林路,true",
        "龙门邨,,false",
    })
    void aPlaceAgreesByItsNumbersAndWords(String gold, String found, boolean agrees) {
        assertThat(PlaceAgreement.agrees(gold, found == null ? "" : found)).isEqualTo(agrees);
    }
}
