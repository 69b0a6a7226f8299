package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.settings.ConfigFile;
import tools.jackson.databind.json.JsonMapper;

/** Measures categories and dangers on reports: {@code -Dximen.reports=…/reports.dev.jsonl}. */
@EnabledIfSystemProperty(named = "ximen.reports", matches = ".+")
class IntakeMeasureTest {
    @Test
    void sortsMostReports() throws Exception {
        var district =
                new District(new ConfigFile<>(Path.of("config/district.yaml"), DistrictFile.class));
        var file = new ConfigFile<>(Path.of("config/categories.yaml"), CategoriesFile.class);
        var intake = new Intake(file, district);
        var mapper = new JsonMapper();
        double rows = 0;
        int top1 = 0;
        int top3 = 0;
        double urgent = 0;
        int urgentFound = 0;
        int urgentWrong = 0;
        double danger = 0;
        int dangerFound = 0;
        int dangerWrong = 0;
        var missed = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of(System.getProperty("ximen.reports")))) {
            var row = mapper.readTree(line);
            var gold = row.get("category").asString();
            var text = row.get("text").asString();
            var read = intake.read(text);
            var codes = read.categories().stream().map(Category::code).toList();
            rows++;
            top1 += !codes.isEmpty() && codes.getFirst().equals(gold) ? 1 : 0;
            top3 += codes.contains(gold) ? 1 : 0;
            if (row.get("urgent").asBoolean()) {
                urgent++;
                urgentFound += read.urgent() ? 1 : 0;
            } else {
                urgentWrong += read.urgent() ? 1 : 0;
            }
            if (row.get("danger").asString().equals("none")) {
                dangerWrong += read.danger() != null ? 1 : 0;
            } else {
                danger++;
                dangerFound += read.danger() != null ? 1 : 0;
            }
            if (codes.isEmpty() || !codes.getFirst().equals(gold)) {
                missed.add(gold + " <> " + codes + " " + text);
            }
        }
        missed.forEach(System.err::println);
        System.err.printf(
                "items=%.0f top1=%.3f top3=%.3f urgent_recall=%.3f (%d wrong) danger_recall=%.3f (%d"
                        + " wrong)%n",
                rows,
                top1 / rows,
                top3 / rows,
                urgentFound / urgent,
                urgentWrong,
                dangerFound / danger,
                dangerWrong);
        assertThat(top1 / rows).isGreaterThan(0.5);
    }
}
