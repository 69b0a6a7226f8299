package org.ximen.understanding;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ximen.meaning.Embedder;

/**
 * What models make of texts whose author they have not seen: each author in turn is left out. Rows
 * left out at random would flatter, because an author's texts resemble each other.
 */
public final class AuthorFolds {
    private static final String FOLDER = "understanding";

    private AuthorFolds() {}

    /**
     * Reads every example of which act and danger are known.
     *
     * @param reader of which everything but the models is used
     * @param home the product's, under which the vectors are kept
     * @param progress hears the author whose texts come next
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
                    progress.accept(unseen.getFirst().author());
                    var other = reader.by(model);
                    unseen.forEach(e -> each.accept(e, other.read(e.text(), e.situation())));
                });
    }

    /** Learns once without each author that has whole examples, and hands these over. */
    static void models(
            List<Example> examples,
            Function<String, float[]> vectors,
            Calibration calibration,
            BiConsumer<ReadingModel, List<Example>> each) {
        var authors =
                examples.stream().filter(Example::isWhole).map(Example::author).distinct().toList();
        for (var author : authors) {
            var others = examples.stream().filter(e -> !e.author().equals(author)).toList();
            var own =
                    examples.stream()
                            .filter(e -> e.author().equals(author) && e.isWhole())
                            .toList();
            var training = new ModelTraining(others, vectors, () -> {});
            each.accept(training.learn("without " + author, calibration), own);
        }
    }
}
