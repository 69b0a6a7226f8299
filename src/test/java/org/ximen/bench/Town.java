package org.ximen.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Corpus;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.Finding;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.lucene.RawBm25;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.models.BgeEmbedder;
import org.ximen.settings.ConfigFile;

/** A generated knowledge base of one size in one index, and all who answer from it. */
final class Town implements Closeable {
    private static final Path FOLDER = Path.of("target", "bench");
    private static final int QUESTIONS = 200;
    private static final Dictionary DICTIONARY =
            new Dictionary(new ConfigFile<>(Path.of("config/synonyms.yaml"), SynonymsFile.class));
    private static final PolicyText TEXT = new PolicyText(Path.of("knowledge"));

    final List<String> questions = TEXT.questions(QUESTIONS);
    final Embedder model;
    private final int passages;
    private final Path index;
    private final LuceneRetriever retriever;
    private final Answers whole;
    private final Answers embedded;
    private final RawBm25 everywhere;
    private final RawBm25 body;
    private @Nullable Peer peer;

    /** What an index holds of a passage. */
    record Held(String text, Meaning meaning) {}

    /** How long it took to make an index, in nanoseconds. */
    record Made(long text, long vectors) {}

    /** Reads every text once: the question is embedded already. */
    private record Remembering(Embedder real, Map<String, Meaning> read) implements Embedder {
        @Override
        public String model() {
            return real.model();
        }

        @Override
        public int dimension() {
            return real.dimension();
        }

        @Override
        public List<Meaning> embed(List<String> texts) {
            return texts.stream()
                    .map(t -> read.computeIfAbsent(t, x -> real.embed(List.of(x)).getFirst()))
                    .toList();
        }
    }

    /** Opens the index of so many passages, which {@link #make} has made. */
    Town(int passages) throws IOException {
        this.passages = passages;
        this.index = index(passages);
        this.model = new BgeEmbedder(FOLDER);
        this.retriever = new LuceneRetriever(index, model.model());
        var corpus = corpus(passages);
        this.whole = corpus.answers(retriever, model);
        var remembering = new Remembering(model, new ConcurrentHashMap<>());
        this.embedded = corpus.answers(retriever, remembering);
        this.everywhere = RawBm25.everywhere(index);
        this.body = RawBm25.body(index);
    }

    private static Path index(int passages) {
        return FOLDER.resolve("passages-" + passages);
    }

    private static Corpus corpus(int passages) {
        return new Corpus(
                IntStream.range(0, passages / PolicyText.SECTIONS).mapToObj(TEXT::article).toList(),
                DICTIONARY);
    }

    /** Makes the index, unless it is there; then there is nothing to tell. */
    static @Nullable Made make(int passages) throws IOException {
        var done = FOLDER.resolve("passages-" + passages + ".done");
        if (Files.exists(done)) {
            return null;
        }
        var corpus = corpus(passages);
        Made made;
        var model = new BgeEmbedder(FOLDER);
        try (var retriever = new LuceneRetriever(index(passages), model.model())) {
            long from = System.nanoTime();
            corpus.texts(retriever);
            long between = System.nanoTime();
            corpus.meanings(retriever, meanings(corpus, model));
            made = new Made(between - from, System.nanoTime() - between);
        }
        Files.createFile(done);
        return made;
    }

    private static Map<String, Meaning> meanings(Corpus corpus, Embedder model) {
        var meanings = new Meanings(model.embed(TEXT.topics()));
        var made = new HashMap<String, Meaning>();
        int number = 0;
        for (var passage : corpus.passages()) {
            int topic = TEXT.topic(number / PolicyText.SECTIONS, number % PolicyText.SECTIONS);
            made.put(passage.hash(), meanings.near(topic, number++));
        }
        return made;
    }

    /** Our answer, from the question as it was typed. */
    Finding whole(String question) {
        return whole.answer(question, Asker.of(Audience.RESIDENT), PolicyText.TODAY);
    }

    /** Our answer, where the question's vector is known after the first time. */
    Finding embedded(String question) {
        return embedded.answer(question, Asker.of(Audience.RESIDENT), PolicyText.TODAY);
    }

    int bm25(String question) {
        return raw(everywhere, question);
    }

    int bodyBm25(String question) {
        return raw(body, question);
    }

    private static int raw(RawBm25 lucene, String question) {
        try {
            return lucene.search(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int peer(String question) {
        var ready = peer;
        if (ready == null) {
            ready = new Peer(held()::iterator);
            peer = ready;
        }
        return ready.search(question);
    }

    private Stream<Held> held() {
        var corpus = corpus(passages);
        var meanings = meanings(corpus, model);
        return corpus.passages().stream()
                .map(p -> new Held(p.meaning(), Objects.requireNonNull(meanings.get(p.hash()))));
    }

    @Override
    public void close() throws IOException {
        everywhere.close();
        body.close();
        retriever.close();
    }
}
