package org.ximen.understanding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ximen.understanding.DangerReading.Level;

/** Sentences that any model has to read right before it is used, dangers first. */
final class MustList {
    private static final String FILE = "must.jsonl";

    private MustList() {}

    static List<Example> sentences() {
        try (var in = MustList.class.getResourceAsStream(FILE)) {
            var file = Objects.requireNonNull(in, FILE);
            return ExampleFile.read("must", new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that are read wrongly. */
    static List<Example> broken(MessageReader reader) {
        return sentences().stream().filter(must -> !isRight(must, reader)).toList();
    }

    private static boolean isRight(Example must, MessageReader reader) {
        var read = reader.read(must.text(), must.situation());
        boolean alarmed = read.danger().level() == Level.NOW;
        return alarmed == (must.level() == Level.NOW)
                && (alarmed || read.act() == must.act())
                && (must.category() == null || isOf(must.category(), read));
    }

    private static boolean isOf(String category, MessageReading read) {
        return read.categories().getFirst().code().equals(category);
    }
}
