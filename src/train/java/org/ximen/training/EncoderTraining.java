package org.ximen.training;

import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.meaning.Meaning;
import org.ximen.models.BgeEmbedder;

/**
 * Tunes the encoder and writes what changed in its quantized file.
 *
 * <p>Settings: {@code training.data} (folders, by comma), {@code training.out} (the file written),
 * {@code training.leave-out} (ends of file names, by comma, for folds), {@code training.epochs},
 * {@code training.share} (how far from the old weights to the new, 0 to 1).
 */
public final class EncoderTraining {
    private static final Logger LOG = LoggerFactory.getLogger(EncoderTraining.class);
    private static final int BATCH = 32;
    private static final int LONGEST_QUESTION = 64;
    private static final int LONGEST_PASSAGE = 112;
    private static final float RATE = 3e-5f;
    private static final float WARM_UP = 0.1f;
    private static final long SEED = 7;
    private static final int VOCABULARY = 21_128;

    private final HuggingFaceTokenizer tokenizer;
    private final BgeEmbedder before;
    private final Random random = new Random(SEED);

    private EncoderTraining(Path home) throws IOException {
        this.before = new BgeEmbedder(home);
        // The embedder sets up the tokenizer's native library at its first text.
        before.embed(List.of("好"));
        var whole = Map.of("padding", "false", "truncation", "false");
        try (var words =
                BgeSmallZhV15EmbeddingModel.class.getResourceAsStream(
                        "/bge-small-zh-v1.5-tokenizer.json")) {
            this.tokenizer = HuggingFaceTokenizer.newInstance(Objects.requireNonNull(words), whole);
        }
    }

    public static void main(String[] args) throws IOException {
        var folders = list("training.data").map(Path::of).toList();
        var leftOut = list("training.leave-out").toList();
        var out = Path.of(System.getProperty("training.out", "target/encoder.diff"));
        Files.createDirectories(out.toAbsolutePath().getParent());
        double epochs = Double.parseDouble(System.getProperty("training.epochs", "1.5"));
        double share = Double.parseDouble(System.getProperty("training.share", "0.5"));
        var training = new EncoderTraining(out.toAbsolutePath().resolveSibling("home"));
        training.run(folders, leftOut, epochs, share, out);
    }

    private static Stream<String> list(String name) {
        return Arrays.stream(System.getProperty(name, "").split(",")).filter(s -> !s.isBlank());
    }

    private void run(
            List<Path> folders, List<String> leftOut, double epochs, double share, Path out)
            throws IOException {
        var texts = TrainingFiles.passages(folders, leftOut);
        var passages =
                new Passages(
                        texts.stream().map(TrainingFiles.Text::id).toList(),
                        texts.stream().map(text -> tokens(text.text(), LONGEST_PASSAGE)).toList(),
                        vectors(texts.stream().map(TrainingFiles.Text::text).toList()));
        var pairs =
                pairs(TrainingFiles.questions(folders, leftOut), passages, texts);
        LOG.info("{} passages, {} pairs", texts.size(), pairs.size());
        try (var manager = NDManager.newBaseManager("PyTorch");
                var encoder = new Encoder(manager, new OnnxFile(plain()))) {
            checkParity(manager, encoder, pairs.getFirst());
            var old = copy(encoder);
            learn(manager, encoder, passages, pairs, epochs);
            for (double part : new double[] {share, 1}) {
                var name = part == share ? out : out.resolveSibling(out.getFileName() + ".whole");
                Files.write(name, QuantizedChange.of(quantized(), mixed(old, encoder, part)));
                LOG.info("written {} at {}", name, part);
            }
        }
    }

    private static byte[] plain() throws IOException {
        return resource(BgeSmallZhV15EmbeddingModel.class, "/bge-small-zh-v1.5.onnx");
    }

    private static byte[] quantized() throws IOException {
        return resource(
                BgeSmallZhV15QuantizedEmbeddingModel.class, "/bge-small-zh-v1.5-q.onnx");
    }

    private static byte[] resource(Class<?> library, String name) throws IOException {
        try (var in = Objects.requireNonNull(library.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private long[] tokens(String text, int longest) {
        var ids = tokenizer.encode(text).getIds();
        if (ids.length <= longest) {
            return ids;
        }
        var cut = Arrays.copyOf(ids, longest);
        cut[longest - 1] = ids[ids.length - 1];
        return cut;
    }

    private List<float[]> vectors(List<String> texts) {
        return before.embed(texts).stream().map(Meaning::vector).toList();
    }

    private List<Pair> pairs(
            List<TrainingFiles.Question> questions,
            Passages passages,
            List<TrainingFiles.Text> texts) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < passages.ids().size(); i++) {
            numbers.put(passages.ids().get(i), i);
        }
        var negatives =
                new Negatives(
                        texts.stream().map(TrainingFiles.Text::text).toList(),
                        passages.vectors());
        var vectors = vectors(questions.stream().map(TrainingFiles.Question::text).toList());
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var right = new LinkedHashSet<Integer>();
            question.passages().stream()
                    .map(numbers::get)
                    .filter(Objects::nonNull)
                    .forEach(right::add);
            var vector = vectors.get(i);
            var wrong = negatives.of(question.text(), vector, right);
            var tokens = tokens(question.text(), LONGEST_QUESTION);
            right.forEach(passage -> pairs.add(new Pair(tokens, vector, passage, right, wrong)));
        }
        return pairs;
    }

    /** The graph must say of a text what the product's encoder says. */
    private static void checkParity(NDManager manager, Encoder encoder, Pair pair) {
        try (var step = manager.newSubManager()) {
            var state = encoder.read(step, List.of(pair.question())).get("0, 0, :");
            var unit = state.div(state.mul(state).sum().sqrt()).toFloatArray();
            double cosine = Vector.dot(unit, pair.vector());
            if (cosine < 0.97) {
                throw new IllegalStateException("The graph is another model: " + cosine);
            }
            LOG.info("cosine to the quantized model {}", cosine);
        }
    }

    private static Map<String, float[]> copy(Encoder encoder) {
        var copy = new LinkedHashMap<String, float[]>();
        encoder.weights().forEach((name, weight) -> copy.put(name, weight.toFloatArray()));
        return copy;
    }

    private static Map<String, float[]> mixed(
            Map<String, float[]> old, Encoder encoder, double share) {
        var mixed = new LinkedHashMap<String, float[]>();
        encoder.weights()
                .forEach(
                        (name, weight) -> {
                            var from = old.get(name);
                            var to = weight.toFloatArray();
                            for (int i = 0; i < to.length; i++) {
                                to[i] = (float) (from[i] + share * (to[i] - from[i]));
                            }
                            mixed.put(name, to);
                        });
        return mixed;
    }

    private void learn(
            NDManager manager, Encoder encoder, Passages passages, List<Pair> pairs, double epochs)
            throws IOException {
        var weights = new TokenWeights(passages.tokens(), telling());
        var loss = new RetrievalLoss(manager, encoder, passages, weights, BgeMean.read(), random);
        int perEpoch = pairs.size() / BATCH;
        int steps = (int) Math.round(epochs * perEpoch);
        var adam =
                Optimizer.adamW()
                        .optLearningRateTracker(rate(steps))
                        .optWeightDecays(0.01f)
                        .build();
        var shuffled = new ArrayList<>(pairs);
        for (int step = 0; step < steps; step++) {
            int at = step % perEpoch;
            if (at == 0) {
                Collections.shuffle(shuffled, random);
            }
            var batch = shuffled.subList(at * BATCH, (at + 1) * BATCH);
            float lost = step(manager, encoder, loss, batch, adam);
            LOG.info("step {} of {}: {}", step + 1, steps, lost);
        }
    }

    /** Up from nothing, then down to nothing. */
    private static Tracker rate(int steps) {
        return new Tracker() {
            @Override
            public float getNewValue(int step) {
                float up = step / (WARM_UP * steps);
                float down = 1 - (step - 1f) / steps;
                return RATE * Math.min(1, up) * Math.max(0.02f, down);
            }
        };
    }

    private static float step(
            NDManager manager,
            Encoder encoder,
            RetrievalLoss loss,
            List<Pair> batch,
            Optimizer adam) {
        try (var step = manager.newSubManager()) {
            float lost;
            try (var gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                var result = loss.of(step, batch);
                gradients.backward(result);
                lost = result.getFloat();
            }
            if (!Float.isFinite(lost)) {
                throw new IllegalStateException("The loss is " + lost);
            }
            encoder.weights().forEach((name, weight) -> update(step, name, weight, adam));
            return lost;
        }
    }

    private static void update(NDManager step, String name, NDArray weight, Optimizer adam) {
        var gradient = weight.getGradient();
        gradient.attach(step);
        weight.setRequiresGradient(false);
        adam.update(name, weight, gradient);
        weight.setRequiresGradient(true);
        gradient.muli(0f);
    }

    private boolean[] telling() {
        var telling = new boolean[VOCABULARY];
        for (int id = 0; id < telling.length; id++) {
            var token = tokenizer.decode(new long[] {id}, false);
            telling[id] =
                    !token.startsWith("[") && token.codePoints().anyMatch(Character::isLetterOrDigit);
        }
        return telling;
    }
}
