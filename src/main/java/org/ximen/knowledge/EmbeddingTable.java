package org.ximen.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.meaning.Vectors;

/** Meanings of passages by content hash. */
final class EmbeddingTable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingTable.class);

    private final Db db;
    private final String model;

    EmbeddingTable(Db db, String model) {
        this.db = db;
        this.model = model;
    }

    /** The meanings that are known of these hashes. */
    Map<String, Meaning> find(Collection<String> hashes) {
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

    /** Keeps a meaning. Must not be called inside a transaction. */
    void keep(String hash, Meaning meaning) {
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
