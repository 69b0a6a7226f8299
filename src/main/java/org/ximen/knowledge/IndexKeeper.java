package org.ximen.knowledge;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.isolation.IsolatedRun;
import org.ximen.meaning.Meaning;
import org.ximen.text.Language;

/** Keeps the index like the library's Chinese articles, each by itself. */
final class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final Retriever retriever;
    private final @Nullable EmbeddingTable meanings;
    // What the index could not take: fingerprint by id. The same words are not tried again.
    private final Map<String, String> untaken = new HashMap<>();

    /**
     * @param meanings those that are known; null where there is no model
     */
    IndexKeeper(Retriever retriever, @Nullable EmbeddingTable meanings) {
        this.retriever = retriever;
        this.meanings = meanings;
    }

    /** Adds, changes and removes what differs; true if something did. */
    boolean follow(Shelf shelf) {
        var held = retriever.held();
        var entries = new TreeMap<>(shelf.entries());
        entries.values().removeIf(e -> e.passages().isEmpty() || !e.isIn(Language.ZH));
        var gone = held.keySet().stream().filter(id -> !entries.containsKey(id)).toList();
        var changed =
                entries.values().stream()
                        .filter(e -> !e.fingerprint().equals(held.get(e.article().id())))
                        .filter(e -> !e.fingerprint().equals(untaken.get(e.article().id())))
                        .toList();
        if (gone.isEmpty() && changed.isEmpty()) {
            return false;
        }
        gone.forEach(retriever::remove);
        int taken = 0;
        for (var entry : changed) {
            var known = known(entry.passages());
            taken += IsolatedRun.of(() -> put(entry, known), why -> aside(entry, why));
        }
        retriever.publish();
        LOG.info("知识库更新：收录或改动 {} 篇，移除 {} 篇", taken, gone.size());
        return true;
    }

    private int put(Shelf.Entry entry, Map<String, Meaning> known) {
        retriever.put(entry.article(), entry.fingerprint(), entry.passages(), known);
        untaken.remove(entry.article().id());
        return 1;
    }

    private Map<String, Meaning> known(List<Passage> passages) {
        return meanings == null ? Map.of() : meanings.known(passages);
    }

    private int aside(Shelf.Entry entry, Throwable why) {
        if (why instanceof UncheckedIOException disk) {
            throw disk; // no article's own trouble
        }
        var id = entry.article().id();
        LOG.error("文章 {} 没有进索引：{}", id, RefusalReason.of(id, why));
        untaken.put(id, entry.fingerprint());
        return 0;
    }
}
