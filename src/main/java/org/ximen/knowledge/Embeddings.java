package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.db.Db;
import org.ximen.meaning.Embedder;

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
     * at most so many that the model has to read (about 25 ms each). Returns how many got theirs; 0
     * means that nothing is left to do. Must not be called inside a transaction.
     */
    public synchronized int fill(int most) {
        var lacking =
                retriever.lacking(LOOK).stream()
                        .map(library::passage)
                        .flatMap(Optional::stream)
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
        var meanings = embedder.embed(passages.stream().map(Passage::meaning).toList());
        for (int i = 0; i < passages.size(); i++) {
            table.keep(passages.get(i).hash(), meanings.get(i));
            library.attach(passages.get(i), meanings.get(i));
        }
    }

    /** How far it is. */
    public Progress progress() {
        return new Progress(retriever.size(), retriever.meanings());
    }
}
