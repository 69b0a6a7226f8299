package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ximen.district.SampleDistrict;
import org.ximen.testing.SharedEmbedder;
import org.ximen.understanding.DangerReading.Level;

/** Sentences that must be read right by any model that ships, dangers first. */
class MustListTest {
    private final MessageReader reader =
            new MessageReader(SharedEmbedder.INSTANCE, SampleDistrict.open(), new ReadingModels());

    @Test
    void everySentenceThatMustBeReadRightIs() throws IOException {
        assertThat(sentences()).hasSizeGreaterThan(90).allSatisfy(this::check);
    }

    private static List<Example> sentences() throws IOException {
        try (var in = MustListTest.class.getResourceAsStream("must.jsonl")) {
            var file = Objects.requireNonNull(in, "must.jsonl");
            return ExampleFile.read("must", new InputStreamReader(file, StandardCharsets.UTF_8));
        }
    }

    private void check(Example must) {
        var read = reader.read(must.text(), must.situation());
        boolean alarmed = read.danger().level() == Level.NOW;
        assertThat(alarmed).as(must.text()).isEqualTo(must.level() == Level.NOW);
        if (!alarmed) {
            assertThat(read.act()).as(must.text()).isEqualTo(must.act());
        }
        if (must.category() != null) {
            assertThat(read.categories().getFirst().code()).isEqualTo(must.category());
        }
    }
}
