package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.isolation.IsolatedRun;
import org.ximen.meaning.Embedder;
import org.ximen.meaning.Meaning;

/** Gives every passage its meaning, little by little, while text search already answers. */
public final class Embeddings {
    // What was embedded before only has to be looked up, so more of it is taken at once.
    private static final int LOOK = 200;
    // About every minute while the model reads.
    private static final int TELL = 400;
    private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);

    private final Library library;
    private final Retriever retriever;
    private final Embedder embedder;
    private final EmbeddingTable table;
    // What the model cannot read, by its hash; after a start it is tried again.
    private final Set<String> unreadable = new HashSet<>();
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
     * Gives meanings to the next passages that lack one: all that are known by their content, and
     * at most so many that the model has to read (about 25 ms each). A passage that the model
     * cannot read is told and left to the words. Returns how many were taken up; 0 means that
     * nothing is left to do. Must not be called inside a transaction.
     */
    public synchronized int fill(int most) {
        var lacking =
                retriever.lacking(LOOK + unreadable.size()).stream()
                        .map(library::passage)
                        .flatMap(Optional::stream)
                        .filter(passage -> !unreadable.contains(passage.hash()))
                        .toList();
        var known = table.find(lacking.stream().map(Passage::hash).distinct().toList());
        var fresh = new ArrayList<Passage>();
        for (var passage : lacking) {
            var meaning = known.get(passage.hash());
            if (meaning == null) {
                fresh.add(passage);
            } else {
                library.attach(passage, meaning);
            }
        }
        int read = Math.min(most, fresh.size());
        embed(fresh.subList(0, read));
        int filled = lacking.size() - fresh.size() + read;
        if (filled > 0) {
            retriever.publish();
            tell(progress());
        }
        return filled;
    }

    private void tell(Progress now) {
        if (now.done() >= now.passages() || Math.abs(now.done() - told) >= TELL) {
            told = now.done();
            LOG.info("向量：{} / {} 段", now.done(), now.passages());
        }
    }

    private void embed(List<Passage> passages) {
        var meanings = meanings(passages);
        if (meanings == null) {
            // One of them cannot be read: which?
            passages.forEach(this::embedAlone);
            return;
        }
        for (int i = 0; i < passages.size(); i++) {
            keep(passages.get(i), meanings.get(i));
        }
    }

    private @Nullable List<Meaning> meanings(List<Passage> passages) {
        var texts = passages.stream().map(Passage::meaning).toList();
        return IsolatedRun.<@Nullable List<Meaning>, RuntimeException>of(
                () -> embedder.embed(texts), why -> aside(passages, why));
    }

    private void embedAlone(Passage passage) {
        var meanings = meanings(List.of(passage));
        if (meanings == null) {
            unreadable.add(passage.hash());
        } else {
            keep(passage, meanings.getFirst());
        }
    }

    private void keep(Passage passage, Meaning meaning) {
        table.keep(passage.hash(), meaning);
        library.attach(passage, meaning);
    }

    private static @Nullable List<Meaning> aside(List<Passage> passages, Throwable why) {
        if (passages.size() == 1) {
            LOG.error(
                    "the model cannot read passage {}: {}",
                    passages.getFirst().id(),
                    why.toString());
        }
        return null;
    }

    /** How far it is. */
    public Progress progress() {
        return new Progress(retriever.size(), retriever.meanings());
    }
}
