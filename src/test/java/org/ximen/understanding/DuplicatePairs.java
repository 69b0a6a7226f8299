package org.ximen.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pairs of reports written for the model of duplicates, and how its weights are fitted. */
final class DuplicatePairs {
    private static final Path FILE =
            Path.of("src/test/resources/org/ximen/understanding/duplicate-pairs.jsonl");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROUNDS = 4000;
    private static final double STEP = 0.5;
    private static final double DECAY = 0.002;

    /**
     * @param third of the matters it belongs to; the last is kept for the check
     */
    record Pair(ReportFacts a, ReportFacts b, boolean same, Duration apart, int third) {}

    private DuplicatePairs() {}

    static List<Pair> read(ReportReader reader) {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(JSON::readTree)
                    .map(line -> pair(line, reader))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pair pair(JsonNode line, ReportReader reader) {
        return new Pair(
                reader.read(line.get("a").asString(), null, codes(line.get("codesA"))),
                reader.read(line.get("b").asString(), null, codes(line.get("codesB"))),
                line.get("same").asBoolean(),
                Duration.ofHours(line.get("hours").asInt()),
                line.get("third").asInt());
    }

    private static List<String> codes(JsonNode codes) {
        return StreamSupport.stream(codes.spliterator(), false).map(JsonNode::asString).toList();
    }

    /** Weights of a logistic model, by gradient descent with a little decay; always the same. */
    static double[] fit(List<Pair> pairs) {
        var rows = pairs.stream().map(DuplicatePairs::row).toList();
        var weights = new double[rows.getFirst().length];
        for (int round = 0; round < ROUNDS; round++) {
            var slope = new double[weights.length];
            for (int i = 0; i < rows.size(); i++) {
                double error = (pairs.get(i).same() ? 1 : 0) - likely(rows.get(i), weights);
                for (int k = 0; k < slope.length; k++) {
                    slope[k] += error * rows.get(i)[k] / rows.size();
                }
            }
            for (int k = 0; k < slope.length; k++) {
                weights[k] += STEP * (slope[k] - (k == 0 ? 0 : DECAY * weights[k]));
            }
        }
        return weights;
    }

    private static double[] row(Pair pair) {
        return DuplicateModel.features(pair.a(), pair.b());
    }

    private static double likely(double[] row, double[] weights) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * weights[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
