package org.ximen.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.CodeTable;
import org.ximen.cases.DangersFile;
import org.ximen.cases.Outcome;
import org.ximen.cases.PublicCase;
import org.ximen.cases.State;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.settings.ConfigFile;

/** What is said of each state, and of what is not known. */
class RequestViewsTest {
    private static final District DISTRICT =
            new District(read("district.yaml", DistrictFile.class));
    private static final CodeTable CODE_TABLE =
            new CodeTable(
                    read("categories.yaml", CategoriesFile.class),
                    read("dangers.yaml", DangersFile.class),
                    DISTRICT);
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static <T> ConfigFile<T> read(String name, Class<T> type) {
        return new ConfigFile<>(Path.of("config", name), type);
    }

    private static String json(State state, @Nullable Outcome outcome) {
        var item =
                new PublicCase(
                        "XM-20261123-0001",
                        state,
                        outcome,
                        CODE_TABLE.category("E0110"),
                        List.of(),
                        null,
                        null,
                        null,
                        NOW,
                        NOW,
                        null);
        var document = new RequestViews(DISTRICT).list(List.of(item));
        return new String(WireFormat.JSON.write(document), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "REPORTED,,open,已上报，待立案",
        "ACCEPTED,,open,处置中",
        "SUSPENDED,,open,挂账中",
        "VERIFIED,,open,已核查，待结案",
        "CLOSED,RESOLVED,closed,已结案：已解决",
        "CLOSED,NOT_YET_POSSIBLE,closed,已结案：暂不具备条件",
        "CLOSED,,closed,已结案",
        "REFUSED,NOT_ACCEPTED,closed,不予受理",
        "MERGED,,closed,已并入另一件",
        "CANCELLED,,closed,已撤销",
    })
    void eachStateIsOpenOrClosedWithItsWords(
            State state, @Nullable Outcome outcome, String status, String notes) {
        assertThat(json(state, outcome))
                .contains("\"status\":\"" + status + "\"", "\"status_notes\":\"" + notes + "\"");
    }

    @ParameterizedTest
    @CsvSource({"REPORTED"})
    void whatIsNotKnownIsNull(State state) {
        assertThat(json(state, null))
                .contains(
                        "\"description\":\"暴露垃圾\"",
                        "\"address\":null",
                        "\"lat\":null",
                        "\"long\":null",
                        "\"agency_responsible\":null",
                        "\"expected_datetime\":null");
    }
}
