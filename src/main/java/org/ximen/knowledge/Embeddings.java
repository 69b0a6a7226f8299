package org.ximen.knowledge;

import java.util.ArrayList;
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
        var read = table.read(lacking);
        var fresh = new ArrayList<Passage>();
        for (var passage : lacking) {
            passage.meaning(read::get)
                    .ifPresentOrElse(
                            meaning -> library.attach(passage, meaning), () -> fresh.add(passage));
        }
        int taken = Math.min(most, fresh.size());
        fresh.subList(0, taken).forEach(passage -> embed(passage, read));
        int filled = lacking.size() - fresh.size() + taken;
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

    /**
     * @param read what is known of the texts; what is found out now is added
     */
    private void embed(Passage passage, Map<String, Meaning> read) {
        var texts = passage.texts().stream().filter(text -> !read.containsKey(text)).toList();
        var meanings =
                IsolatedRun.<@Nullable List<Meaning>, RuntimeException>of(
                        () -> embedder.embed(texts), why -> aside(passage, why));
        if (meanings == null) {
            unreadable.add(passage.hash());
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var meaning = meanings.get(i);
            // Of a question only the whole is compared.
            boolean whole = text.equals(passage.meaning());
            keep(text, whole ? meaning : new Meaning(meaning.vector(), Tokens.NONE), read);
        }
        passage.meaning(read::get).ifPresent(meaning -> library.attach(passage, meaning));
    }

    private void keep(String text, Meaning meaning, Map<String, Meaning> read) {
        table.keep(text, meaning);
        read.put(text, meaning);
    }

    private static @Nullable List<Meaning> aside(Passage passage, Throwable why) {
        LOG.error("the model cannot read passage {}: {}", passage.id(), why.toString());
        return null;
    }

    /** How far it is. */
    public Progress progress() {
        return new Progress(retriever.size(), retriever.meanings());
    }
}
