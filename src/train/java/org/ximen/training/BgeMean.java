package org.ximen.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.ximen.models.BgeEmbedder;

/** What the states of all tokens have in common, as the product knows it. */
final class BgeMean {
    private BgeMean() {}

    static float[] read() throws IOException {
        try (var in = BgeEmbedder.class.getResourceAsStream("bge-small-zh-mean.txt")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var numbers = text.lines().filter(line -> !line.startsWith("#")).toList();
            var mean = new float[numbers.size()];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = Float.parseFloat(numbers.get(i));
            }
            return mean;
        }
    }
}
