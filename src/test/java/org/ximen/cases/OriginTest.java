package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.at;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.testing.TestDatabase;

/** Where cases come from, and the numbers that they had there. */
class OriginTest {
    private static final String COVER = "文庙路215号门口窨井盖没了";

    @ParameterizedTest
    @EnumSource
    void whatResidentsReportSaysSoAndWhatOthersBringKeepsItsNumber(TestDatabase database) {
        var street = new Street(database.open());
        var own = street.report(COVER, "2026-11-23T10:00");
        assertThat(own.origin()).isEqualTo(new CaseOrigin(CaseSource.RESIDENT, null));
        var brought = street.cases.file(brought(street, "0020261123"), at("2026-11-23T10:01"));
        assertThat(brought.origin()).isEqualTo(new CaseOrigin(CaseSource.HOTLINE, "0020261123"));
        assertThat(brought.history().getFirst().who()).isEqualTo("小赵");
        street.moved(brought, "2026-11-23T10:02", DESK, Verb.FILE);
        assertThat(street.cases.find(brought.number()).orElseThrow().origin())
                .isEqualTo(brought.origin());
        assertThat(street.said).as("nobody is there to be told").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNumberSeenBeforeNamesItsCase(TestDatabase database) {
        var street = new Street(database.open());
        var first = street.cases.file(brought(street, "12"), at("2026-11-23T10:00"));
        var again = brought(street, " 12 ");
        assertThatThrownBy(() -> street.cases.file(again, at("2026-11-23T10:01")))
                .isInstanceOfSatisfying(
                        AlreadyFiled.class, e -> assertThat(e.number()).isEqualTo(first.number()))
                .hasMessage("12345编号 12 已经登记过，是案件 XM-20261123-0001");
        var other = new CaseOrigin(CaseSource.MEDIA, "12");
        assertThat(street.cases.numberOf(other)).isEmpty();
        street.cases.file(brought(street, null), at("2026-11-23T10:02"));
        street.cases.file(brought(street, null), at("2026-11-23T10:03"));
        assertThat(street.cases.find("XM-20261123-0003")).isPresent();
        assertThat(street.cases.find("XM-20261123-0004")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceWithOneNumberAreOneCase(TestDatabase database) throws Exception {
        var street = new Street(database.open());
        try (var hands = Executors.newFixedThreadPool(8)) {
            var calls =
                    IntStream.range(0, 40)
                            .mapToObj(i -> hands.submit(() -> file(street, "n" + i % 5)))
                            .toList();
            long filed = 0;
            for (Future<Boolean> call : calls) {
                filed += call.get() ? 1 : 0;
            }
            assertThat(filed).isEqualTo(5);
        }
        assertThat(street.cases.find("XM-20261123-0005")).isPresent();
        assertThat(street.cases.find("XM-20261123-0006")).isEmpty();
    }

    private static boolean file(Street street, String number) {
        try {
            street.cases.file(brought(street, number), at("2026-11-23T10:00"));
            return true;
        } catch (AlreadyFiled e) {
            return false;
        }
    }

    private static Filing brought(Street street, @Nullable String number) {
        var origin = new CaseOrigin(CaseSource.HOTLINE, number);
        return new Filing(street.draft(COVER), origin, null, null, "小赵", Filing.DeskHears.ALWAYS);
    }
}
