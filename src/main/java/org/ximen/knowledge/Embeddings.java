package org.ximen.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;

/** Gives every passage its meaning, little by little, while text search already answers. */
public final class Embeddings {
    // What was embedded before only has to be looked up, so more of it is taken at once.
    private static final int LOOK = 200;
    // So many questions are read as quickly as one passage.
    private static final int QUESTIONS = 16;
    // About every minute while the model reads.
    private static final int TELL = 400;
    private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);

    private final Library library;
    private final Retriever retriever;
    private final Embedder embedder;
    private final EmbeddingTable table;
    // Passages of which the model cannot read all, by their hash; after a start it is tried again.
    private final Set<String> settled = new HashSet<>();
    private long told;

    /** How far it is: passages in the index, and those among them that the model has read. */
    public record Progress(long passages, long done) {}

    public Embeddings(Library library, Retriever retriever, Embedder embedder, Db db) {
        this.library = library;
        this.retriever = retriever;
        this.embedder = embedder;
        this.table = new EmbeddingTable(db, embedder.model());
    }

    /**
     * Gives meanings to the next passages that lack one, then to the questions that people ask of
     * them: all that are known by their content, and at most so many passages, or sixteen times as
     * many questions, that the model has to read (a passage about 25 ms, a question about 2 ms).
     * What the model cannot read is told and left to the words. Returns how many passages were
     * taken up; 0 means that nothing is left to do. Must not be called inside a transaction.
     */
    public synchronized int fill(int most) {
        var lacking =
                retriever.lacking(LOOK + settled.size()).stream()
                        .map(library::passage)
                        .flatMap(Optional::stream)
                        .filter(passage -> !settled.contains(passage.hash()))
                        .toList();
        var read = table.read(lacking);
        int left = most * QUESTIONS;
        int filled = 0;
        for (var passage : lacking) {
            var missing = missing(passage, read);
            int cost = read.containsKey(passage.meaning()) ? missing.size() : QUESTIONS;
            if (cost <= left || left == most * QUESTIONS) {
                left -= cost;
                filled++;
                embed(missing, passage, read);
                attach(passage, read);
            }
        }
        if (filled > 0) {
            retriever.publish();
            tell(progress());
        }
        return filled;
    }

    /** What to read next of a passage: itself, then its questions. */
    private static List<String> missing(Passage passage, Map<String, Meaning> read) {
        var own = passage.meaning();
        return read.containsKey(own)
                ? passage.questions().stream().filter(q -> !read.containsKey(q)).toList()
                : List.of(own);
    }

    private void tell(Progress now) {
        if (now.done() >= now.passages() || Math.abs(now.done() - told) >= TELL) {
            told = now.done();
            LOG.info("向量：{} / {} 段", now.done(), now.passages());
        }
    }

    /**
     * @param read what is known of the texts; what is found out now is added
     */
    private void embed(List<String> texts, Passage passage, Map<String, Meaning> read) {
        for (var text : texts) {
            var meaning =
                    IsolatedRun.<@Nullable Meaning, RuntimeException>of(
                            () -> embedder.embed(List.of(text)).getFirst(),
                            why -> aside(passage, why));
            if (meaning == null) {
                settled.add(passage.hash());
            } else {
                // Of a question only the whole is compared.
                boolean whole = text.equals(passage.meaning());
                keep(text, whole ? meaning : new Meaning(meaning.vector(), Tokens.NONE), read);
            }
        }
    }

    private void keep(String text, Meaning meaning, Map<String, Meaning> read) {
        table.keep(text, meaning);
        read.put(text, meaning);
    }

    private void attach(Passage passage, Map<String, Meaning> read) {
        passage.meaning(read::get).ifPresent(meaning -> library.attach(passage, meaning));
    }

    private static @Nullable Meaning aside(Passage passage, Throwable why) {
        LOG.error("the model cannot read all of passage {}: {}", passage.id(), why.toString());
        return null;
    }

    /** How far it is. */
    public Progress progress() {
        return new Progress(retriever.size(), retriever.meanings());
    }
}
