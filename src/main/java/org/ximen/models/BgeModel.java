package org.ximen.models;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The library's own model in a session of ours: its threads sleep while they have no work. */
final class BgeModel extends AbstractInProcessEmbeddingModel {
    // By default they spin between two steps, which nearly doubles what a question costs.
    private static final String SPINNING = "session.intra_op.allow_spinning";

    private final OnnxBertBiEncoder encoder;

    /**
     * Loads it, which takes a second or so.
     *
     * @throws IllegalStateException if the native runtime refuses the model
     */
    BgeModel() {
        super(Runnable::run); // the default pool would take every core from the chat
        try (var options = new OrtSession.SessionOptions();
                var model = resource("bge-small-zh-v1.5-q.onnx");
                var tokenizer = resource("bge-small-zh-v1.5-q-tokenizer.json")) {
            options.addConfigEntry(SPINNING, "0");
            var runtime = OrtEnvironment.getEnvironment();
            var session = runtime.createSession(model.readAllBytes(), options);
            this.encoder = new OnnxBertBiEncoder(runtime, session, tokenizer, PoolingMode.CLS);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        var library = BgeSmallZhV15QuantizedEmbeddingModel.class;
        return Objects.requireNonNull(library.getResourceAsStream("/" + name), name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
