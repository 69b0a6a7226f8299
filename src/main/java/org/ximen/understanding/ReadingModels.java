package org.ximen.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The model that is in use. */
public final class ReadingModels {
    private static final String SHIPPED = "model.bin";

    private volatile @Nullable ReadingModel current;

    /** The model, loaded at the first call. */
    ReadingModel get() {
        var model = current;
        return model == null ? load() : model;
    }

    private synchronized ReadingModel load() {
        var model = current;
        if (model == null) {
            model = shipped();
            current = model;
        }
        return model;
    }

    /** The model that ships with the product. */
    static ReadingModel shipped() {
        try (var in = ReadingModels.class.getResourceAsStream(SHIPPED)) {
            return ReadingModel.read(Objects.requireNonNull(in, SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
