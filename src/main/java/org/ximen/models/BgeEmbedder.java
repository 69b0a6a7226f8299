package org.ximen.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;

/**
 * bge-small-zh-v1.5 (quantized) in this process, without a network. It is loaded at first use,
 * which takes a second or so; a question then takes some milliseconds, a passage about 25.
 */
public final class BgeEmbedder implements Embedder {
    // Counted up when the model is tuned, when the same text gives other tokens, or when they are
    // stored in another way.
    private static final String FORM = "-2";

    private final Path home;
    private volatile @Nullable BgeModel loaded;

    /**
     * @param home folder under which native libraries are unpacked
     * @throws IllegalStateException if there are none for this machine
     */
    public BgeEmbedder(Path home) {
        this.home = home;
        NativeLibraries.here().check();
    }

    @Override
    public String model() {
        return "bge-small-zh-v15-q" + FORM;
    }

    @Override
    public int dimension() {
        return BgeModel.DIMENSION;
    }

    @Override
    public List<Meaning> embed(List<String> texts) {
        return texts.stream().map(loaded()::read).toList();
    }

    private BgeModel loaded() {
        var model = loaded;
        return model == null ? load() : model;
    }

    private synchronized BgeModel load() {
        var model = loaded;
        if (model == null) {
            // The tokenizer reads both when its classes are first used; it would phone home.
            System.setProperty("OPT_OUT_TRACKING", "true");
            var folder = home.resolve("models");
            System.setProperty("DJL_CACHE_DIR", folder.toAbsolutePath().toString());
            unpack(folder.resolve("onnxruntime"));
            model = new BgeModel();
            loaded = model;
        }
        return model;
    }

    private static void unpack(Path folder) {
        try {
            NativeLibraries.here().unpack(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
