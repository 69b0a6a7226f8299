package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How rules say when they count, in lines of sentence, first day and last day. */
class ForceTest {
    record Line(String sentence, String effective, String expires) {}

    static Stream<Line> known() {
        return lines("known.tsv");
    }

    static Stream<Line> unseen() {
        return lines("unseen.tsv");
    }

    @ParameterizedTest
    @MethodSource("known")
    void readsThePhrasingsOfRealDocuments(Line line) {
        assertThat(read(line.sentence())).isEqualTo(line);
    }

    /** Written before the grammar: 20 phrasings, and how many of them it must read. */
    @Test
    void readsPhrasingsThatNobodyTunedItOn() {
        var wrong = unseen().filter(line -> !read(line.sentence()).equals(line)).toList();
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《某条例》自2024年1月1日起施行，请大家学习。",
                "居住证有效期至2027年5月1日的，不用换。",
                "签注有效期1年，到期前三十日内续签。",
                "本市居住证有效期五年。",
                "自2026年4月1日起施行前已经开工的，按原规定办理。",
                "该办法自2020年1月1日起施行，有效期5年。"
            })
    void believesNothingThatIsSaidOfAnotherText(String sentence) {
        assertThat(read(sentence)).isEqualTo(new Line(sentence, "-", "-"));
    }

    private static Line read(String sentence) {
        var lines = List.of("某市某区人民政府", "2026年3月12日", sentence);
        var facts =
                Facts.of(lines, Map.of(), true).stream()
                        .collect(Collectors.toMap(Fact::key, Fact::value));
        return new Line(
                sentence, facts.getOrDefault("effective", "-"), facts.getOrDefault("expires", "-"));
    }

    private static Stream<Line> lines(String file) {
        try (var in = ForceTest.class.getResourceAsStream("/validity/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Line(cells[0], cells[1], cells[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
