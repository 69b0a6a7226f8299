package org.ximen.merchants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.LabelModel;
import org.ximen.understanding.LabelModel.Labelled;
import org.ximen.understanding.LabelledFile;

/**
 * Learns the model that ships from the examples that ship and writes it among the resources: {@code
 * mvn -Ptrain test}, seconds. No test, so it runs in that profile only.
 */
class ShopStagesTraining {
    private static final Path MODEL =
            Path.of("src/main/resources/org/ximen/merchants/shop-stages.bin");

    @Test
    void learnsTheShippedModel() throws IOException {
        try (var out = Files.newOutputStream(MODEL)) {
            learn(ShopStages.examples().lines()).write(out);
        }
    }

    static LabelModel learn(List<LabelledFile.Line> examples) {
        var embedder = SharedEmbedder.INSTANCE;
        var labelled =
                examples.stream()
                        .map(example ->
                                new Labelled(
                                        example.words(),
                                        example.label(),
                                        embedder.embed(List.of(example.words()))
                                                .getFirst()
                                                .vector()))
                        .toList();
        return LabelModel.learn(ShopStages.examples().key(embedder.model()), labelled);
    }
}
