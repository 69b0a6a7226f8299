package org.ximen.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.meaning.Vectors;

/** Meanings of texts by their hash. */
final class EmbeddingTable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingTable.class);

    private final Db db;
    private final String model;

    EmbeddingTable(Db db, String model) {
        this.db = db;
        this.model = model;
    }

    /** What these passages mean, by {@link Passage#hash}, as far as it is known. */
    Map<String, Meaning> known(List<Passage> passages) {
        var read = read(passages);
        var known = new HashMap<String, Meaning>();
        passages.forEach(p -> p.meaning(read::get).ifPresent(m -> known.put(p.hash(), m)));
        return known;
    }

    /** What is known of the texts of these passages, by text. */
    Map<String, Meaning> read(List<Passage> passages) {
        var texts = new HashMap<String, String>();
        passages.forEach(p -> p.texts().forEach(text -> texts.put(Hashes.of(text), text)));
        var read = new HashMap<String, Meaning>();
        find(texts.keySet()).forEach((hash, meaning) -> read.put(texts.get(hash), meaning));
        return read;
    }

    private Map<String, Meaning> find(Collection<String> hashes) {
        var found = new HashMap<String, Meaning>();
        if (hashes.isEmpty()) {
            return found;
        }
        db.client()
                .sql(
                        """
                        select hash, vector, tokens from embedding
                        where model = :model and hash in (:hashes)
                        """)
                .param("model", model)
                .param("hashes", hashes)
                .query(row -> {
                    var vector = Vectors.fromBytes(row.getBytes("vector"));
                    var tokens = Tokens.fromBytes(row.getBytes("tokens"));
                    found.put(row.getString("hash"), new Meaning(vector, tokens));
                });
        return found;
    }

    /** Keeps what a text means. Must not be called inside a transaction. */
    void keep(String text, Meaning meaning) {
        var hash = Hashes.of(text);
        try {
            db.client()
                    .sql(
                            """
                            insert into embedding (model, hash, vector, tokens)
                            values (:model, :hash, :vector, :tokens)
                            """)
                    .param("model", model)
                    .param("hash", hash)
                    .param("vector", Vectors.toBytes(meaning.vector()))
                    .param("tokens", meaning.tokens().toBytes())
                    .update();
        } catch (DuplicateKeyException e) {
            LOG.debug("Another machine was faster with {}", hash);
        }
    }
}
