package org.ximen.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of an example as bits of classes; none where it says nothing of them. */
final class Labels {
    private Labels() {}

    static long acts(Example example) {
        return example.acts().stream().mapToLong(act -> 1L << act.ordinal()).sum();
    }

    static long levels(Example example) {
        return example.levels().stream()
                .mapToLong(level -> 1L << ReadingModel.LEVELS.indexOf(level))
                .sum();
    }

    static long family(Example example) {
        return of(example.danger(), DangerReading.FAMILIES);
    }

    static long of(@Nullable String name, List<String> names) {
        int index = name == null ? -1 : names.indexOf(name);
        return index < 0 ? 0 : 1L << index;
    }
}
