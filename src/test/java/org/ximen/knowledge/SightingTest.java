package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The quick ways of looking through a text see what the plain patterns see. */
class SightingTest {
    private static final List<String> PATTERNS =
            List.of("[0-9一二三十]+元|％|罚款", "到.{2,6}(?:办理|登记)|[0-9]+号", "罚", "(?!)", "[^a]{3}天");

    @Test
    void findsWhatThePatternFindsInAWholeAndInAPart() throws IOException {
        for (var pattern : PATTERNS) {
            var plain = Pattern.compile(pattern);
            var sighting = new Sighting(pattern);
            for (var line : lines()) {
                int half = line.length() / 2;
                assertThat(sighting.in(line)).isEqualTo(plain.matcher(line).find());
                assertThat(sighting.in(line, half, line.length()))
                        .as(pattern + " in " + line.substring(half))
                        .isEqualTo(plain.matcher(line.substring(half)).find());
            }
        }
    }

    @Test
    void sentencesEndWhereTheRuleSays() throws IOException {
        var end = Pattern.compile("[。！？；!?;…]+[”’」』）)】》]*|\\n+");
        var text = String.join("\n\n", lines()) + "他说：“好！？”）完";
        var cut = new ArrayList<String>();
        int from = 0;
        for (var found = end.matcher(text); found.find(); from = found.end()) {
            cut.add(text.substring(from, found.end()));
        }
        cut.add(text.substring(from));
        assertThat(Sentences.of(text)).isEqualTo(cut).endsWith("完");
    }

    private static List<String> lines() throws IOException {
        var lines = Files.readAllLines(Path.of("knowledge/policies/noise.md"));
        assertThat(lines).hasSizeGreaterThan(10);
        return lines;
    }
}
