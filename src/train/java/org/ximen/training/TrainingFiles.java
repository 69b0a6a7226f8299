package org.ximen.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders with {@code passages*.jsonl} ({@code id, title, text}) and {@code questions*.jsonl}
 * ({@code question, passage_ids}).
 */
final class TrainingFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A passage as it stands in a file. */
    record Text(String id, String text) {}

    /**
     * A question as it stands in a file.
     *
     * @param passages ids of those that answer it
     */
    record Question(String text, List<String> passages) {}

    private TrainingFiles() {}

    /** All passages; those whose file is left out do not take part. */
    static List<Text> passages(List<Path> folders, List<String> leftOut) {
        return lines(folders, "passages", leftOut)
                .map(
                        line ->
                                new Text(
                                        line.get("id").asText(),
                                        line.get("title").asText() + "\n" + line.get("text").asText()))
                .toList();
    }

    /** All questions that are answered. */
    static List<Question> questions(List<Path> folders, List<String> leftOut) {
        return lines(folders, "questions", leftOut)
                .map(line -> new Question(line.get("question").asText(), ids(line)))
                .filter(question -> !question.passages.isEmpty())
                .toList();
    }

    private static List<String> ids(JsonNode line) {
        var ids = new ArrayList<String>();
        line.get("passage_ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static Stream<JsonNode> lines(List<Path> folders, String name, List<String> leftOut) {
        return folders.stream()
                .flatMap(TrainingFiles::files)
                .filter(file -> file.getFileName().toString().startsWith(name))
                .filter(file -> leftOut.stream().noneMatch(file.toString()::endsWith))
                .flatMap(TrainingFiles::lines);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> lines(Path file) {
        try {
            var lines = new ArrayList<JsonNode>();
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    lines.add(JSON.readTree(line));
                }
            }
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
