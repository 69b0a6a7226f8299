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

class CodeTableTest {
    private final CodeTable codeTable =
            new CodeTable(Street::categories, Street::dangers, SampleDistrict.open());

    @Test
    void knowsCategoriesByCodeAndName() {
        assertThat(codeTable.categoryNamed("c0102").orElseThrow().code()).isEqualTo("C0102");
        assertThat(codeTable.categoryNamed("跨门营业").orElseThrow().code()).isEqualTo("E0405");
        assertThat(codeTable.categoryNamed("井盖").orElseThrow().code()).isEqualTo("C0102");
        assertThat(codeTable.categoryNamed("x")).isEmpty();
        assertThat(codeTable.category("Z").shown()).isEqualTo("其他问题");
    }

    @Test
    void aDangerHasMinutesAndWhoIsOnDuty() {
        var gas = codeTable.dangerCategory("gas");
        assertThat(gas.usual().limit()).isEqualTo(new Limit(15, LimitUnit.URGENT_MINUTES));
        assertThat(gas.department()).isEqualTo("cyzx");
        assertThat(gas.urgent()).isTrue();
        assertThat(codeTable.category(gas.code())).isEqualTo(gas);
        assertThat(codeTable.hazardCategory("gas").orElseThrow().code()).isEqualTo("C0102");
        assertThat(codeTable.categories()).doesNotContain(gas);
    }

    @Test
    void theSampleNamesEveryDangerThatTheExamplesName() {
        var street =
                new CodeTable(
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
        var entry = Street.entry("E1", "甲", "甲", "nobody", false, 1, LimitUnit.DAYS);
        var bad = new CategoriesFile("x", good.clocks(), List.of(entry));
        assertThatThrownBy(() -> new CodeTable(() -> bad, Street::dangers, SampleDistrict.open()))
                .hasMessage("类别 E1 的部门 nobody 不在 district.yaml 的 departments 里");
    }
}
