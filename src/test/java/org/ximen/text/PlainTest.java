package org.ximen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void bringsWhatLooksAlikeToOneForm() {
        assertThat(Plain.comparable("　ＡＢＣ，１２３  号 ")).isEqualTo("abc,123 号");
        assertThat(Plain.comparable("垃圾\u200b分類")).isEqualTo("垃圾分类");
        assertThat(Plain.comparable("")).isEmpty();
        assertThat(Plain.comparable(" \n ")).isEmpty();
    }

    @Test
    void aTraditionalCharacterIsTurnedByItsNeighbours() {
        assertThat(Plain.comparable("著作權")).isEqualTo("著作权");
        assertThat(Plain.comparable("著作权")).isEqualTo("著作权");
    }

    @Test
    void theQuickWayAgreesWithTheThoroughOneOnTheWholeSampleKnowledge() throws IOException {
        try (var files = Files.walk(Path.of("knowledge"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                for (var line : Files.readAllLines(file)) {
                    assertThat(Plain.comparable(line)).isEqualTo(Plain.folded(line));
                }
            }
        }
    }
}
