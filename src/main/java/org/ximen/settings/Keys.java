package org.ximen.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The keys that a record wants, beside those that are written. */
record Keys(Class<?> type, JsonNode written) {
    List<String> known() {
        return parts().map(RecordComponent::getName).sorted().toList();
    }

    /** A key that is written and that nobody knows. */
    Optional<String> unknown() {
        var known = known();
        return written.propertyNames().stream().filter(key -> !known.contains(key)).findFirst();
    }

    /** What may be missing; some of it the record can do without. */
    List<String> missing() {
        return parts().filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .filter(name -> !written.hasNonNull(name))
                .toList();
    }

    private Stream<RecordComponent> parts() {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()) : Stream.empty();
    }
}
