package org.ximen.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ximen.settings.ConfigFile;
import org.ximen.text.Plain;
import tools.jackson.databind.json.JsonMapper;

/** Measures places and areas on a file of reports: {@code -Dximen.reports=…/reports.dev.jsonl}. */
@EnabledIfSystemProperty(named = "ximen.reports", matches = ".+")
class PlaceMeasureTest {
    @Test
    void findsMostPlacesOfTheReports() throws Exception {
        var district =
                new District(new ConfigFile<>(Path.of("config/district.yaml"), DistrictFile.class));
        var mapper = new JsonMapper();
        int rows = 0;
        int exact = 0;
        int overlap = 0;
        int invented = 0;
        int none = 0;
        int areas = 0;
        int areasRight = 0;
        for (var line : Files.readAllLines(Path.of(System.getProperty("ximen.reports")))) {
            var row = mapper.readTree(line);
            var gold = row.get("place").asString();
            var found = district.placeIn(row.get("text").asString());
            var got = found.map(Place::text).orElse("");
            var neighbourhood = row.get("neighbourhood").asString();
            if (!neighbourhood.isEmpty()) {
                areas++;
                boolean right =
                        found.map(Place::area)
                                .filter(a -> a != null && a.name().equals(neighbourhood))
                                .isPresent();
                areasRight += right ? 1 : 0;
                if (!right) {
                    System.err.println("AREA  " + neighbourhood + " <> " + found);
                }
            }
            if (gold.isEmpty()) {
                none++;
                invented += got.isEmpty() ? 0 : 1;
            } else {
                rows++;
                var a = Plain.comparable(gold);
                var b = Plain.comparable(got);
                exact += a.equals(b) ? 1 : 0;
                boolean good = !b.isEmpty() && (a.contains(b) || b.contains(a));
                overlap += good ? 1 : 0;
                if (!a.equals(b)) {
                    System.err.println((good ? "near  " : "WRONG ") + gold + " <> " + got);
                }
            }
            if (gold.isEmpty() && !got.isEmpty()) {
                System.err.println("INVENTED " + got + " in " + row.get("text").asString());
            }
        }
        System.err.printf(
                "places=%d exact=%.3f contained=%.3f empty=%d invented=%d areas=%d right=%.3f%n",
                rows,
                exact / (double) rows,
                overlap / (double) rows,
                none,
                invented,
                areas,
                areasRight / (double) areas);
        assertThat(overlap).isGreaterThan(rows * 9 / 10);
    }
}
