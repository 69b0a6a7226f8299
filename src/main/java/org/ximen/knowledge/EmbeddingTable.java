package org.ximen.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;
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

    /** The vectors that are known of these hashes. */
    Map<String, float[]> find(Collection<String> hashes) {
        var found = new HashMap<String, float[]>();
        if (hashes.isEmpty()) {
            return found;
        }
        db.client()
                .sql(
                        """
                        select hash, vector from embedding
                        where model = :model and hash in (:hashes)
                        """)
                .param("model", model)
                .param("hashes", hashes)
                .query(row -> {
                    var bytes = row.getBytes("vector");
                    found.put(row.getString("hash"), Vectors.fromBytes(bytes));
                });
        return found;
    }

    /** Keeps a vector. Must not be called inside a transaction. */
    void keep(String hash, float[] vector) {
        try {
            db.client()
                    .sql("insert into embedding (model, hash, vector) values (:model, :hash, :v)")
                    .param("model", model)
                    .param("hash", hash)
                    .param("v", Vectors.toBytes(vector))
                    .update();
        } catch (DuplicateKeyException e) {
            LOG.debug("Another machine was faster with {}", hash);
        }
    }
}
