package org.ximen.models;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Embedder;

/**
 * bge-small-zh-v1.5 (quantized) in this process, without a network. It is loaded at first use,
 * which takes a few seconds; a question then takes about 10 ms, a passage about 150 ms.
 */
public final class BgeEmbedder implements Embedder {
    // Memory grows with the batch; 4 keeps the whole process under 300 MB.
    private static final int BATCH = 4;

    private final Path home;
    private volatile @Nullable BgeModel loaded;

    /**
     * @param home folder under which the tokenizer unpacks its native library
     */
    public BgeEmbedder(Path home) {
        this.home = home;
    }

    @Override
    public String model() {
        return "bge-small-zh-v15-q";
    }

    @Override
    public int dimension() {
        return 512;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        var vectors = new ArrayList<float[]>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            var batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
            var segments = batch.stream().map(BgeEmbedder::segment).toList();
            loaded().embedAll(segments).content().stream()
                    .map(Embedding::vector)
                    .forEach(vectors::add);
        }
        return vectors;
    }

    private static TextSegment segment(String text) {
        return TextSegment.from(text.isBlank() ? "空" : text); // the library refuses blank text
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
            System.setProperty("DJL_CACHE_DIR", home.resolve("models").toAbsolutePath().toString());
            model = new BgeModel();
            loaded = model;
        }
        return model;
    }
}
