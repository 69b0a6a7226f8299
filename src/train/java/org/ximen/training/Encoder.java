package org.ximen.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * bge-small-zh-v1.5 as a graph that can be differentiated: a BERT of four layers, 512 wide, eight
 * heads. All weights but the word, position and type embeddings are learnt.
 */
final class Encoder implements AutoCloseable {
    static final int WIDTH = 512;
    private static final int HEADS = 8;
    private static final int LAYERS = 4;
    private static final int INNER = 2048;
    private static final float MASKED = -1e4f;
    private static final float EPSILON = 1e-12f;
    // The exporter numbered the matrices of a layer; query, key, value, output, up, down.
    private static final int FIRST_MATRIX = 541;
    private static final int MATRICES_OF_LAYER = 13;
    private static final Map<String, Integer> MATRICES =
            Map.of("query", 0, "key", 1, "value", 4, "output", 10, "up", 11, "down", 12);

    private final NDManager manager;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final float[] words;
    private final float[] positions;
    private final float[] type;
    // A plain number within a recorded expression is freed before the gradients are computed.
    private final NDArray scale;

    Encoder(NDManager manager, OnnxFile file) {
        this.manager = manager;
        this.words = file.floats("embeddings.word_embeddings.weight");
        this.positions = file.floats("embeddings.position_embeddings.weight");
        this.type = file.floats("embeddings.token_type_embeddings.weight");
        this.scale = manager.create((float) (1 / Math.sqrt((double) WIDTH / HEADS)));
        for (var name : file.names()) {
            int numbers = file.length(name) / Float.BYTES;
            if (numbers == WIDTH || numbers == INNER) {
                add(name, file.floats(name), new Shape(numbers));
            }
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            for (var part : MATRICES.keySet()) {
                var name = matrix(part, layer);
                int in = part.equals("down") ? INNER : WIDTH;
                add(name, file.floats(name), new Shape(in, file.length(name) / Float.BYTES / in));
            }
        }
        weights.remove("embeddings.token_type_embeddings.weight");
    }

    private static String matrix(String part, int layer) {
        return "onnx::MatMul_" + (FIRST_MATRIX + MATRICES_OF_LAYER * layer + MATRICES.get(part));
    }

    private void add(String name, float[] numbers, Shape shape) {
        var weight = manager.create(numbers, shape);
        weight.setRequiresGradient(true);
        weights.put(name, weight);
    }

    /** All that is learnt, by the name of the tensor in the file. */
    Map<String, NDArray> weights() {
        return weights;
    }

    /**
     * Reads texts.
     *
     * @param texts ids of their tokens, with the marks at both ends
     * @return the state of every token: (texts, tokens of the longest, 512); what is beyond a
     *     text's end means nothing
     */
    NDArray read(NDManager step, List<long[]> texts) {
        int tokens = texts.stream().mapToInt(text -> text.length).max().orElseThrow();
        var mask = mask(step, texts, tokens);
        var states = normed(embedded(step, texts, tokens), "embeddings.LayerNorm");
        for (int layer = 0; layer < LAYERS; layer++) {
            states = layer(states, mask, layer);
        }
        return states;
    }

    private NDArray embedded(NDManager step, List<long[]> texts, int tokens) {
        var numbers = new float[texts.size() * tokens * WIDTH];
        for (int text = 0; text < texts.size(); text++) {
            for (int at = 0; at < tokens; at++) {
                var ids = texts.get(text);
                embed(at < ids.length ? (int) ids[at] : 0, at, numbers, text * tokens + at);
            }
        }
        return step.create(numbers, new Shape(texts.size(), tokens, WIDTH));
    }

    private void embed(int id, int position, float[] numbers, int row) {
        for (int i = 0; i < WIDTH; i++) {
            numbers[row * WIDTH + i] =
                    words[id * WIDTH + i] + positions[position * WIDTH + i] + type[i];
        }
    }

    private static NDArray mask(NDManager step, List<long[]> texts, int tokens) {
        var numbers = new float[texts.size() * tokens];
        for (int text = 0; text < texts.size(); text++) {
            for (int at = texts.get(text).length; at < tokens; at++) {
                numbers[text * tokens + at] = MASKED;
            }
        }
        return step.create(numbers, new Shape(texts.size(), 1, 1, tokens));
    }

    private NDArray layer(NDArray states, NDArray mask, int layer) {
        var name = "encoder.layer." + layer + ".";
        var query = heads(linear(states, "query", layer, name + "attention.self.query.bias"));
        var key = heads(linear(states, "key", layer, name + "attention.self.key.bias"));
        var value = heads(linear(states, "value", layer, name + "attention.self.value.bias"));
        var share = query.matMul(key.transpose(0, 1, 3, 2)).mul(scale).add(mask).softmax(-1);
        var seen = share.matMul(value).transpose(0, 2, 1, 3).reshape(states.getShape());
        var out = linear(seen, "output", layer, name + "attention.output.dense.bias");
        var attended = normed(states.add(out), name + "attention.output.LayerNorm");
        var up = linear(attended, "up", layer, name + "intermediate.dense.bias");
        var down = linear(Activation.gelu(up), "down", layer, name + "output.dense.bias");
        return normed(attended.add(down), name + "output.LayerNorm");
    }

    private NDArray linear(NDArray states, String part, int layer, String bias) {
        return states.matMul(weight(matrix(part, layer))).add(weight(bias));
    }

    private static NDArray heads(NDArray states) {
        var shape = states.getShape();
        return states.reshape(shape.get(0), shape.get(1), HEADS, WIDTH / HEADS)
                .transpose(0, 2, 1, 3);
    }

    private NDArray normed(NDArray states, String name) {
        var norm =
                LayerNorm.layerNorm(
                        states,
                        new Shape(WIDTH),
                        weight(name + ".weight"),
                        weight(name + ".bias"),
                        EPSILON);
        return norm.get(0);
    }

    private NDArray weight(String name) {
        var weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("No weight " + name);
        }
        return weight;
    }

    @Override
    public void close() {
        weights.values().forEach(NDArray::close);
    }
}
