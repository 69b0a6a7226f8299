package org.ximen.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.understanding.DangerReading.Level;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples as lines of JSON: {"text", "act", "state"?, "topic"?, "category"?, "danger"?, "when"?,
 * "body"?, "place"?, "verdict"?}. In place of one act a list says that any of them may be meant,
 * and {@code "dangerous"} in place of {@code "when"} only whether somebody is in danger now.
 */
final class ExampleFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KEYS =
            Set.of(
                    "text",
                    "act",
                    "state",
                    "topic",
                    "category",
                    "danger",
                    "when",
                    "dangerous",
                    "body",
                    "place",
                    "verdict");
    private static final Map<String, Level> LEVELS =
            Map.of(
                    "now", Level.NOW,
                    "hazard", Level.HAZARD,
                    "past", Level.MENTIONED,
                    "denied", Level.MENTIONED,
                    "elsewhere", Level.MENTIONED,
                    "hypothetical", Level.MENTIONED,
                    "question", Level.MENTIONED);

    private ExampleFile() {}

    /**
     * Reads all lines.
     *
     * @param author whose examples they are
     * @throws BadExample if a line cannot be used
     */
    static List<Example> read(String author, Reader reader) throws IOException {
        var examples = new ArrayList<Example>();
        var lines = new BufferedReader(reader);
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                examples.add(example(author, line, number));
            }
        }
        return examples;
    }

    private static Example example(String author, String line, int number) {
        try {
            return example(author, JSON.readTree(line));
        } catch (JacksonException e) {
            throw new BadExample(number, "不是一行完整的 JSON");
        } catch (IllegalArgumentException e) {
            throw new BadExample(number, String.valueOf(e.getMessage()));
        }
    }

    static Example example(String author, JsonNode node) {
        for (var key : node.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("不认识“" + key + "”，可以写：" + shown(KEYS));
            }
        }
        var text = word(node, "text");
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("缺少 text");
        }
        var state = word(node, "state");
        var situation =
                new Situation(
                        state == null ? DialogueState.IDLE : state(state), word(node, "topic"));
        return new Example(
                author,
                text,
                situation,
                acts(node.path("act")),
                word(node, "category"),
                danger(node),
                levels(node),
                word(node, "body"),
                word(node, "place"),
                verdict(node));
    }

    private static String shown(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining("、"));
    }

    private static @Nullable String word(JsonNode node, String key) {
        var value = node.get(key);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static @Nullable String verdict(JsonNode node) {
        var label = word(node, "verdict");
        if (label != null && !Verdict.LABELS.contains(label)) {
            throw new IllegalArgumentException("verdict 没有“" + label + "”这一种");
        }
        return label;
    }

    private static DialogueState state(String label) {
        try {
            return DialogueState.labelled(label);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("state 没有“" + label + "”这一种", e);
        }
    }

    private static Set<Act> acts(JsonNode labels) {
        var acts = EnumSet.noneOf(Act.class);
        if (labels.isArray()) {
            labels.forEach(label -> acts.add(act(label.asString())));
        } else if (labels.isString()) {
            acts.add(act(labels.asString()));
        }
        return acts;
    }

    private static Act act(String label) {
        try {
            return Act.labelled(label);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("act 没有“" + label + "”这一种", e);
        }
    }

    /** What is written nowhere is no danger, but for a coarse label, which does not say. */
    private static @Nullable String danger(JsonNode node) {
        var family = word(node, "danger");
        return family == null && !node.path("act").isString() ? null : orNone(family);
    }

    private static String orNone(@Nullable String family) {
        if (family != null
                && !family.equals(DangerReading.NONE)
                && !DangerReading.FAMILIES.contains(family)) {
            throw new IllegalArgumentException("danger 没有“" + family + "”这一种");
        }
        return family == null ? DangerReading.NONE : family;
    }

    private static Set<Level> levels(JsonNode node) {
        var dangerous = node.get("dangerous");
        if (dangerous != null) {
            return dangerous.asBoolean()
                    ? EnumSet.of(Level.NOW)
                    : EnumSet.of(Level.NONE, Level.MENTIONED, Level.HAZARD);
        }
        var family = danger(node);
        if (family == null) {
            return Set.of();
        }
        return family.equals(DangerReading.NONE) ? EnumSet.of(Level.NONE) : Set.of(when(node));
    }

    private static Level when(JsonNode node) {
        var when = String.valueOf(word(node, "when")).toLowerCase(Locale.ROOT);
        var level = LEVELS.get(when);
        if (level == null) {
            throw new IllegalArgumentException("写了 danger 就要写 when：" + shown(LEVELS.keySet()));
        }
        return level;
    }
}
