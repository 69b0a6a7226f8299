package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ximen.district.SampleDistrict;
import org.ximen.testing.SharedEmbedder;

/** Messages that want two things, and such as want one thing in several parts. */
class ClauseReaderTest {
    private static final List<String> JOINS = List.of(" ", "，", "。", "\n", " 还有，");

    private final MessageReader reader =
            new MessageReader(SharedEmbedder.INSTANCE, SampleDistrict.open(), new ReadingModels());
    private final List<String[]> told = lines().stream().map(line -> line.split("\\|")).toList();

    @Test
    void tellsMostDoublesApart() {
        var doubles = told.stream().filter(parts -> parts.length > 2).toList();
        long apart = 0;
        for (int i = 0; i < doubles.size(); i++) {
            var parts = doubles.get(i);
            var clauses = read(parts[1] + JOINS.get(i % JOINS.size()) + parts[3]);
            apart += acts(clauses).equals(List.of(parts[0], parts[2])) ? 1 : 0;
        }
        assertThat(apart).isGreaterThanOrEqualTo(doubles.size() * 6L / 10);
    }

    @Test
    void leavesNearlyEverySingleWhole() {
        var singles = told.stream().filter(parts -> parts.length == 2).toList();
        assertThat(singles)
                .filteredOn(parts -> read(parts[1]).size() > 1)
                .hasSizeLessThanOrEqualTo(singles.size() / 20);
    }

    @Test
    void twoTroublesAtOnePlaceAreOneMatter() {
        assertThat(read("梦花街12弄门口垃圾没人收，苍蝇乱飞，味道很重")).hasSize(1);
    }

    private static List<String> acts(List<Clause> clauses) {
        return clauses.stream().map(clause -> clause.act().name()).toList();
    }

    private List<Clause> read(String text) {
        return reader.read(text, Situation.IDLE).clauses();
    }

    private static List<String> lines() {
        var in = ClauseReaderTest.class.getResourceAsStream("clauses.txt");
        try (var reader =
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            return reader.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
