package org.ximen.evaluation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Corpus;
import org.ximen.knowledge.Finding;
import org.ximen.knowledge.Hashes;
import org.ximen.knowledge.Passage;
import org.ximen.knowledge.Phrasing;
import org.ximen.knowledge.Retriever;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.LanguageModel;
import org.ximen.meaning.Meaning;

/** The passages of a file in an index of their own, which lasts as long as the measurement. */
final class Bench implements Closeable {
    private static final int BATCH = 16;

    private final Path folder;
    private final Retriever retriever;
    private final PassageFile file;
    private final Answers answers;
    private final LocalDate today;

    /**
     * Indexes the passages, which takes a while.
     *
     * @param vectors whether passages and questions get vectors, if there is a model
     */
    static Bench open(
            PassageFile file, boolean vectors, Instruments instruments, PrintStream progress)
            throws IOException {
        var embedder = vectors ? instruments.embedder() : null;
        var corpus = new Corpus(file.articles(), instruments.dictionary());
        progress.println("共 " + corpus.passages().size() + " 段");
        Map<String, Meaning> known =
                embedder == null ? Map.of() : meanings(corpus, embedder, instruments, progress);
        progress.println("建立索引…");
        Files.createDirectories(instruments.folder());
        var folder = Files.createTempDirectory(instruments.folder(), "index-");
        var model = embedder == null ? "none" : embedder.model();
        var made = instruments.index().apply(folder, model);
        corpus.index(made, known);
        close(made); // waits until the index has settled, else the first searches are slow
        var retriever = instruments.index().apply(folder, model);
        var answers = corpus.answers(retriever, embedder);
        return new Bench(folder, retriever, file, answers, instruments.today());
    }

    private Bench(
            Path folder, Retriever retriever, PassageFile file, Answers answers, LocalDate today) {
        this.folder = folder;
        this.retriever = retriever;
        this.file = file;
        this.answers = answers;
        this.today = today;
    }

    private static Map<String, Meaning> meanings(
            Corpus corpus, Embedder embedder, Instruments instruments, PrintStream progress)
            throws IOException {
        var cached = instruments.folder().resolve("meanings-" + embedder.model() + ".bin");
        try (var cache = new MeaningCache(cached, embedder.dimension())) {
            var texts = texts(corpus);
            var read = cache.find(texts.keySet());
            var fresh = texts.keySet().stream().filter(hash -> !read.containsKey(hash)).toList();
            for (int from = 0; from < fresh.size(); from += BATCH) {
                var hashes = fresh.subList(from, Math.min(fresh.size(), from + BATCH));
                var meanings = embedder.embed(hashes.stream().map(texts::get).toList());
                for (int i = 0; i < hashes.size(); i++) {
                    cache.keep(hashes.get(i), meanings.get(i));
                    read.put(hashes.get(i), meanings.get(i));
                }
                if (from / BATCH % 10 == 0) {
                    progress.println("计算向量 " + from + "/" + fresh.size());
                }
            }
            return composed(corpus, read);
        }
    }

    /** All that the model reads, by its hash. */
    private static Map<String, String> texts(Corpus corpus) {
        var texts = new LinkedHashMap<String, String>();
        for (var passage : corpus.passages()) {
            passage.texts().forEach(text -> texts.put(Hashes.of(text), text));
        }
        return texts;
    }

    private static Map<String, Meaning> composed(Corpus corpus, Map<String, Meaning> read) {
        var known = new HashMap<String, Meaning>();
        for (var passage : corpus.passages()) {
            passage.meaning(text -> read.get(Hashes.of(text)))
                    .ifPresent(meaning -> known.put(passage.hash(), meaning));
        }
        return known;
    }

    Answers answers() {
        return answers;
    }

    Phrasing phrasing(LanguageModel model) {
        return new Phrasing(answers, model, new SimpleMeterRegistry());
    }

    LocalDate today() {
        return today;
    }

    /** Ids of the file for a question, best first, each once. */
    List<String> ranked(Line line, Retriever.Mode mode) {
        return ids(answers.ranked(line.text("question"), line.asker(), today, mode));
    }

    /** Ids of the file for a question as the chat looks it up, best first, each once. */
    List<String> ranked(String question, Asker asker) {
        return ids(answers.ranked(question, asker, today, Retriever.Mode.HYBRID));
    }

    private List<String> ids(List<Passage> passages) {
        return passages.stream().map(p -> id(p.article(), p.heading())).distinct().toList();
    }

    /** What the chat's knowledge base says. */
    Finding answer(Line line) {
        return answers.answer(line.text("question"), line.asker(), today);
    }

    boolean holds(String id) {
        return file.ids().containsValue(id);
    }

    /** The id of the file that became an article's section. */
    String id(String article, @Nullable String heading) {
        return Objects.requireNonNull(file.ids().get(PassageFile.key(article, heading)));
    }

    private static void close(Retriever retriever) throws IOException {
        if (retriever instanceof Closeable closeable) {
            closeable.close();
        }
    }

    @Override
    public void close() throws IOException {
        close(retriever);
        var files = new ArrayList<Path>();
        try (var walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (var each : files) {
            Files.delete(each);
        }
    }
}
