package org.ximen.models;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.ximen.meaning.Meaning;

/**
 * The library's model in a session of ours: the library's own gives away the vector of a text only,
 * and keeps the processor busy while it has no work.
 */
final class BgeModel {
    static final int DIMENSION = 512;

    // By default its threads spin between two steps, which nearly doubles what a question costs.
    private static final String SPINNING = "session.intra_op.allow_spinning";
    // What the model can take in one go, without the marks around it.
    private static final int WINDOW = 510;
    // Read in place of a text that is empty for the model.
    private static final String NOTHING = "空";

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final long[] marks;
    private final float[] mean;

    /**
     * Loads it, which takes a second or so.
     *
     * @throws IllegalStateException if the native runtime refuses the model
     */
    BgeModel() {
        try (var options = new OrtSession.SessionOptions();
                var model = library("bge-small-zh-v1.5-q.onnx");
                var words = library("bge-small-zh-v1.5-q-tokenizer.json")) {
            var whole = Map.of("padding", "false", "truncation", "false");
            this.tokenizer = HuggingFaceTokenizer.newInstance(words, whole);
            this.marks = tokenizer.encode("", true, false).getIds();
            this.mean = mean();
            options.addConfigEntry(SPINNING, "0");
            this.session = runtime.createSession(tuned(model.readAllBytes()), options);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream library(String name) {
        var library = BgeSmallZhV15QuantizedEmbeddingModel.class;
        return Objects.requireNonNull(library.getResourceAsStream("/" + name), name);
    }

    /**
     * Residents' words, learnt (see {@code src/train}): what this changes in the library's model,
     * byte by byte.
     */
    private static byte[] tuned(byte[] model) throws IOException {
        try (var in = BgeModel.class.getResourceAsStream("encoder.diff.gz");
                var difference = new GZIPInputStream(Objects.requireNonNull(in))) {
            var changes = difference.readAllBytes();
            for (int i = 0; i < model.length; i++) {
                model[i] += changes[i];
            }
            return model;
        }
    }

    /** What the tokens of all texts have in common, which says nothing about any of them. */
    private static float[] mean() throws IOException {
        try (var in = BgeModel.class.getResourceAsStream("bge-small-zh-mean.txt")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var numbers = text.lines().filter(line -> !line.startsWith("#")).toList();
            var mean = new float[numbers.size()];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = Float.parseFloat(numbers.get(i));
            }
            return mean;
        }
    }

    /**
     * Reads a text; a long one window by window, whose vectors are averaged by their lengths.
     *
     * @throws IllegalStateException if the native runtime fails
     */
    Meaning read(String text) {
        var encoding = tokenizer.encode(text, false, false);
        var ids = encoding.getIds();
        if (ids.length == 0) {
            return read(NOTHING);
        }
        var whole = new float[DIMENSION];
        var telling = new TellingTokens(mean);
        for (int from = 0; from < ids.length; from += WINDOW) {
            int to = Math.min(ids.length, from + WINDOW);
            var states = states(Arrays.copyOfRange(ids, from, to));
            add(unit(states[0]), to - from, whole);
            for (int i = from; i < to; i++) {
                telling.add((int) ids[i], encoding.getTokens()[i], unit(states[1 + i - from]));
            }
        }
        return new Meaning(unit(whole), telling.tokens());
    }

    /** The mark before the text, whose state stands for all of it, then its tokens. */
    private float[][] states(long[] ids) {
        var marked = LongStream.concat(LongStream.of(marks[0]), Arrays.stream(ids));
        var input = LongStream.concat(marked, LongStream.of(marks[1])).toArray();
        var ones = new long[input.length];
        Arrays.fill(ones, 1);
        try (var tokens = tensor(input);
                var mask = tensor(ones);
                var types = tensor(new long[input.length]);
                var read = session.run(inputs(tokens, mask, types))) {
            return ((float[][][]) read.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed", e);
        }
    }

    private static Map<String, OnnxTensor> inputs(
            OnnxTensor tokens, OnnxTensor mask, OnnxTensor types) {
        return Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types);
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        var shape = new long[] {1, numbers.length};
        return OnnxTensor.createTensor(runtime, LongBuffer.wrap(numbers), shape);
    }

    private static void add(float[] vector, float times, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * vector[i];
        }
    }

    /** The vector, made as long as 1. */
    static float[] unit(float[] vector) {
        var embedding = Embedding.from(vector);
        embedding.normalize();
        return embedding.vector();
    }
}
