package org.ximen.console;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** How a session's words are kept: as text. Nothing else is kept, and no object is ever read. */
public final class SessionWords implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(
                new ConvertiblePair(Object.class, byte[].class),
                new ConvertiblePair(byte[].class, Object.class));
    }

    @Override
    public @Nullable Object convert(
            @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        return switch (source) {
            case String word -> word.getBytes(StandardCharsets.UTF_8);
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case null -> null;
            default ->
                    throw new IllegalArgumentException(
                            "a session keeps words only, not a " + source.getClass().getName());
        };
    }
}
