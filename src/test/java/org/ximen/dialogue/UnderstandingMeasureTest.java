package org.ximen.dialogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.Intake;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.residents.Person;
import org.ximen.residents.Profile;
import org.ximen.settings.ConfigFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports how many messages of a labelled file are understood as labelled. Run with {@code
 * -Dtest=UnderstandingMeasureTest -DargLine=-Dximen.intents=FILE}; lines {@code {"text","intent"}}.
 */
@EnabledIfSystemProperty(named = "ximen.intents", matches = ".+")
class UnderstandingMeasureTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Sender SENDER = new Sender("web", "measure");
    private static final Person PERSON = new Person(1, SENDER, Profile.RESIDENT, "zh");

    @Test
    void reportsTheShareUnderstoodAsLabelled() throws Exception {
        var understanding = new Understanding(intake());
        Map<String, int[]> rows = new TreeMap<>();
        for (var line : Files.readAllLines(Path.of(System.getProperty("ximen.intents")))) {
            var item = JsonMapper.shared().readTree(line);
            var label = item.get("intent").asString();
            var found = understood(understanding, item);
            boolean right = fits(label, found);
            var counts = rows.computeIfAbsent(label, l -> new int[2]);
            counts[right ? 0 : 1]++;
            if (!right) {
                System.out.println(label + " ≠ " + found + "  " + item.get("text").asString());
            }
        }
        int right = rows.values().stream().mapToInt(c -> c[0]).sum();
        int all = rows.values().stream().mapToInt(c -> c[0] + c[1]).sum();
        rows.forEach((l, c) -> System.out.println(l + " " + c[0] + "/" + (c[0] + c[1])));
        System.out.printf("items=%d accuracy=%.3f%n", all, (double) right / all);
    }

    private static String understood(Understanding understanding, JsonNode item) {
        var incoming = Incoming.words(SENDER, "m", item.get("text").asString());
        var turn = Turn.of(PERSON, new Flow.Idle(), incoming, NOW);
        List<Intent> intents = understanding.of(turn);
        return intents.getLast().getClass().getSimpleName();
    }

    /** What the dialogue has no intent for yet goes where it does no harm. */
    private static boolean fits(String label, String found) {
        return switch (label) {
            case "ask", "out_of_scope" -> found.equals("Ask");
            case "report", "emergency" -> found.equals("Report");
            case "greeting" -> found.equals("Greet");
            case "chitchat" -> found.matches("Thank|Ask|Help|Greet");
            case "person" -> found.equals("WantPerson");
            case "feedback" -> found.matches("Status|WantPerson");
            default -> found.equalsIgnoreCase(label);
        };
    }

    private static Intake intake() {
        var district =
                new District(
                        new ConfigFile<>(Path.of("config", "district.yaml"), DistrictFile.class));
        return new Intake(
                new ConfigFile<>(Path.of("config", "categories.yaml"), CategoriesFile.class),
                district);
    }
}
