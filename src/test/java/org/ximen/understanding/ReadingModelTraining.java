package org.ximen.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ximen.testing.SharedEmbedder;

/**
 * Learns the model that ships from the examples that ship and writes it among the resources: {@code
 * mvn -Ptrain test}, some minutes. No test, so it runs in that profile only.
 */
class ReadingModelTraining {
    private static final Path MODEL =
            Path.of("src/main/resources/org/ximen/understanding/model.bin");

    @Test
    void learnsTheShippedModel() throws IOException {
        var embedder = SharedEmbedder.INSTANCE;
        var examples = ExampleBook.shipped();
        var texts = examples.stream().map(Example::text).toList();
        var vectors =
                new VectorFile(Path.of("target", "understanding"), embedder).of(texts, () -> {});
        var fit = new CalibrationFit();
        AuthorFolds.models(
                examples,
                vectors,
                Calibration.NONE,
                (model, unseen) ->
                        unseen.forEach(e ->
                                fit.add(
                                        model,
                                        e,
                                        model.signal(
                                                e.text(),
                                                vectors.apply(e.text()),
                                                e.situation().state()))));
        var key = ExampleBook.key(examples, embedder.model());
        var model = new ModelTraining(examples, vectors, () -> {}).learn(key, fit.best());
        try (var out = Files.newOutputStream(MODEL)) {
            model.write(out);
        }
    }
}
