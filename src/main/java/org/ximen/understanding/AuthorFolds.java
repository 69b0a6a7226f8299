package org.ximen.understanding;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ximen.meaning.Embedder;

/**
 * What models make of texts whose author they have not seen: some authors in turn are left out.
 * Rows left out at random would flatter, because an author's texts resemble each other.
 */
public final class AuthorFolds {
    private static final String FOLDER = "understanding";
    private static final int FOLDS = 8;

    private AuthorFolds() {}

    /**
     * Reads every example of which act and danger are known.
     *
     * @param reader of which everything but the models is used
     * @param home the product's, under which the vectors are kept
     * @param progress hears the authors whose texts come next
     */
    public static void read(
            Embedder embedder,
            MessageReader reader,
            Path home,
            Consumer<String> progress,
            BiConsumer<Example, MessageReading> each) {
        var examples = ExampleBook.shipped();
        var texts = examples.stream().map(Example::text).toList();
        var vectors = new VectorFile(home.resolve(FOLDER), embedder).of(texts, () -> {});
        var calibration = ReadingModels.shipped().calibration();
        models(
                examples,
                vectors,
                calibration,
                (model, unseen) -> {
                    progress.accept(authors(unseen).collect(Collectors.joining(", ")));
                    var other = reader.by(model);
                    unseen.forEach(e -> each.accept(e, other.read(e.text(), e.situation())));
                });
    }

    /** Learns once without each fold of authors that have whole examples, and hands these over. */
    static void models(
            List<Example> examples,
            Function<String, float[]> vectors,
            Calibration calibration,
            BiConsumer<ReadingModel, List<Example>> each) {
        var authors = authors(examples.stream().filter(Example::isWhole).toList()).toList();
        for (int i = 0; i < FOLDS; i++) {
            int fold = i;
            var out =
                    IntStream.range(0, authors.size())
                            .filter(author -> author % FOLDS == fold)
                            .mapToObj(authors::get)
                            .collect(Collectors.toSet());
            var others = examples.stream().filter(e -> !out.contains(e.author())).toList();
            var own =
                    examples.stream().filter(e -> out.contains(e.author()) && e.isWhole()).toList();
            var training = new ModelTraining(others, vectors, () -> {});
            each.accept(training.learn("without " + out, calibration), own);
        }
    }

    private static Stream<String> authors(List<Example> examples) {
        return examples.stream().map(Example::author).distinct();
    }
}
