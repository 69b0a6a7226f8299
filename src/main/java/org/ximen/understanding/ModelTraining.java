package org.ximen.understanding;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.ximen.understanding.HeadTraining.Pause;

/** Learns all heads from examples. */
final class ModelTraining {

    private final List<Example> examples;
    private final Function<String, float[]> vectors;
    private final Pause pause;
    private final float[] centre;

    /**
     * @param examples at least one of each kind of label
     * @param vectors the encoder's vector of a text
     */
    ModelTraining(List<Example> examples, Function<String, float[]> vectors, Pause pause) {
        this.examples = examples;
        this.vectors = vectors;
        this.pause = pause;
        this.centre = centre();
    }

    private float[] centre() {
        var centre = vectors.apply(examples.getFirst().text()).clone();
        for (var example : examples.subList(1, examples.size())) {
            var vector = vectors.apply(example.text());
            for (int i = 0; i < centre.length; i++) {
                centre[i] += vector[i];
            }
        }
        for (int i = 0; i < centre.length; i++) {
            centre[i] /= examples.size();
        }
        return centre;
    }

    ReadingModel learn(String key, Calibration calibration) {
        var categories = names(Example::category);
        var bodies = names(Example::body);
        return new ReadingModel(
                key,
                centre,
                head(Stream.of(Act.values()).map(Act::label).toList(), Recipe.ACTS, Labels::acts),
                head(
                        ReadingModel.LEVELS.stream().map(Enum::name).toList(),
                        Recipe.OTHERS,
                        Labels::levels),
                head(DangerReading.FAMILIES, Recipe.OTHERS, Labels::family),
                head(categories, Recipe.OTHERS, e -> Labels.of(e.category(), categories)),
                head(bodies, Recipe.OTHERS, e -> Labels.of(e.body(), bodies)),
                head(Verdict.LABELS, Recipe.OTHERS, e -> Labels.of(e.verdict(), Verdict.LABELS)),
                calibration);
    }

    private List<String> names(Function<Example, @org.jspecify.annotations.Nullable String> of) {
        var names = new TreeSet<String>();
        examples.stream().map(of).filter(Objects::nonNull).forEach(names::add);
        return List.copyOf(names);
    }

    private LabelledHead head(List<String> names, Recipe recipe, ToLongFunction<Example> labels) {
        var lessons =
                examples.stream()
                        .filter(example -> labels.applyAsLong(example) != 0)
                        .map(example -> lesson(example, labels.applyAsLong(example), recipe))
                        .toList();
        if (lessons.isEmpty()) {
            return new LabelledHead(List.of(), SoftmaxHead.empty(centre.length));
        }
        return new LabelledHead(names, HeadTraining.learn(lessons, names.size(), recipe, pause));
    }

    private Lesson lesson(Example example, long classes, Recipe recipe) {
        var signal =
                ReadingModel.signal(
                        example.text(),
                        vectors.apply(example.text()),
                        example.situation().state(),
                        centre);
        return new Lesson(signal, classes, example.isWhole() ? 1 : recipe.coarse());
    }
}
