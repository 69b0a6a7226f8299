package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.district.SampleDistrict;
import org.ximen.settings.ConfigFile;
import org.ximen.understanding.DangerReading;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;

class IntakeTest {
    private final Intake intake =
            new Intake(Street::categories, Street::dangers, SampleDistrict.open());

    @Test
    void scoresPhrasesAndReadsPlaceAndDanger() {
        var reading = intake.read("文庙路学前街口窨井蓋子沒了，旁边有煤气味");
        assertThat(reading.categories().getFirst().code()).isEqualTo("C0102");
        assertThat(reading.strength()).isEqualTo(7);
        assertThat(reading.place()).isNotNull();
        assertThat(reading.danger()).isNotNull();
        assertThat(reading.urgent()).isTrue();
    }

    @Test
    void countsWhatSpeaksAgainst() {
        assertThat(intake.read("窨井已经修好").categories()).isEmpty();
        assertThat(intake.read("你好").strength()).isZero();
    }

    @Test
    void aGapIsAtMostSixCharacters() {
        assertThat(intake.read("井盖一二三四五六没").strength()).isEqualTo(5);
        assertThat(intake.read("井盖一二三四五六七没").strength()).isEqualTo(1);
    }

    @Test
    void knowsCategoriesByCodeAndName() {
        assertThat(intake.categoryNamed("c0102").orElseThrow().code()).isEqualTo("C0102");
        assertThat(intake.categoryNamed("跨门营业").orElseThrow().code()).isEqualTo("E0405");
        assertThat(intake.categoryNamed("井盖").orElseThrow().code()).isEqualTo("C0102");
        assertThat(intake.categoryNamed("x")).isEmpty();
        assertThat(intake.category("Z").shown()).isEqualTo("其他问题");
    }

    @Test
    void aDangerHasMinutesAndWhoIsOnDuty() {
        var gas = intake.dangerCategory("gas");
        assertThat(gas.usual().limit()).isEqualTo(new Limit(15, LimitUnit.URGENT_MINUTES));
        assertThat(gas.department()).isEqualTo("cyzx");
        assertThat(gas.urgent()).isTrue();
        assertThat(intake.category(gas.code())).isEqualTo(gas);
        assertThat(intake.hazardCategory("gas").orElseThrow().code()).isEqualTo("C0102");
        assertThat(intake.categories()).doesNotContain(gas);
    }

    @Test
    void theSampleNamesEveryDangerThatTheExamplesName() {
        var street =
                new Intake(
                        new ConfigFile<>(Path.of("config/categories.yaml"), CategoriesFile.class),
                        new ConfigFile<>(Path.of("config/dangers.yaml"), DangersFile.class),
                        new District(
                                new ConfigFile<>(
                                        Path.of("config/district.yaml"), DistrictFile.class)));
        for (var id : DangerReading.FAMILIES) {
            assertThat(street.danger(id)).as(id).isPresent();
        }
    }

    @Test
    void refusesADepartmentThatIsNotInTheDistrict() {
        var good = Street.categories();
        var entry = Street.entry("E1", "甲", "甲", "nobody", false, 1, LimitUnit.DAYS, null);
        var bad = new CategoriesFile("x", good.clocks(), List.of(entry), List.of());
        assertThatThrownBy(() -> new Intake(() -> bad, Street::dangers, SampleDistrict.open()))
                .hasMessage("类别 E1 的部门 nobody 不在 district.yaml 的 departments 里");
    }
}
