package org.ximen.casefiles;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ximen.text.Plain;

/**
 * Which column of a list tells what.
 *
 * @param places number of the column from 0; what no column tells is left out
 */
public record HotlineColumns(Map<HotlineField, Integer> places) {
    private static final Map<HotlineField, List<String>> HEADS = heads();

    public HotlineColumns {
        places = Map.copyOf(places);
    }

    /**
     * The likeliest columns by their heads: first those called just so, then those that hold it.
     */
    public static HotlineColumns guess(List<String> head) {
        var places = new EnumMap<HotlineField, Integer>(HotlineField.class);
        for (var field : HotlineField.values()) {
            column(field, head, places).ifPresent(at -> places.put(field, at));
        }
        return new HotlineColumns(places);
    }

    private static Optional<Integer> column(
            HotlineField field, List<String> head, Map<HotlineField, Integer> taken) {
        var plain = head.stream().map(Plain::comparable).toList();
        var names = Objects.requireNonNull(HEADS.get(field));
        return names.stream()
                .flatMap(name -> free(plain.size(), taken).filter(i -> plain.get(i).equals(name)))
                .findFirst()
                .or(() ->
                        names.stream()
                                .flatMap(name ->
                                        free(plain.size(), taken)
                                                .filter(i -> plain.get(i).contains(name)))
                                .findFirst());
    }

    private static Stream<Integer> free(int size, Map<HotlineField, Integer> taken) {
        return IntStream.range(0, size).boxed().filter(i -> !taken.containsValue(i));
    }

    /** Whether all that no row can do without has its column. */
    public boolean complete() {
        return Arrays.stream(HotlineField.values())
                .filter(HotlineField::needed)
                .allMatch(places::containsKey);
    }

    /** What a row tells of a field; empty where it does not. */
    String of(HotlineField field, List<String> row) {
        var at = places.get(field);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }

    private static Map<HotlineField, List<String>> heads() {
        var file = new Properties();
        try (var stream = HotlineColumns.class.getResourceAsStream("columns.properties")) {
            file.load(
                    new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var heads = new EnumMap<HotlineField, List<String>>(HotlineField.class);
        for (var field : HotlineField.values()) {
            heads.put(field, List.of(file.getProperty(field.key()).split(",")));
        }
        return heads;
    }
}
