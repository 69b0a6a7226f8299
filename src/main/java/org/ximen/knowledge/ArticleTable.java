package org.ximen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Articles that were published from inside. */
final class ArticleTable {
    record Row(String id, long seq, String markdown, boolean retired) {}

    private final Db db;

    ArticleTable(Db db) {
        this.db = db;
    }

    /** Writes or overwrites; the change gets the next number. */
    void write(String id, String markdown, boolean retired, Instant now) {
        db.run(() -> {
            long seq = next();
            if (update(id, markdown, retired, seq, now) == 0) {
                insert(id, markdown, retired, seq, now);
            }
        });
    }

    /** Changes after a number, in order. */
    List<Row> after(long seq) {
        return db.client()
                .sql(
                        """
                        select id, seq, markdown, retired from article
                        where seq > :seq order by seq
                        """)
                .param("seq", seq)
                .query((row, n) -> read(row))
                .list();
    }

    boolean isPublished(String id) {
        return db.client()
                        .sql("select count(*) from article where id = :id and retired = false")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What is written in it, unless it was taken back. */
    Optional<String> find(String id) {
        return db.client()
                .sql("select markdown from article where id = :id and retired = false")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The next number of a change; locked until commit. */
    long next() {
        db.client().sql("update article_clock set last = last + 1 where id = 1").update();
        return db.client()
                .sql("select last from article_clock where id = 1")
                .query(Long.class)
                .single();
    }

    private int update(String id, String markdown, boolean retired, long seq, Instant now) {
        return db.client()
                .sql(
                        """
                        update article set markdown = :markdown, retired = :retired, seq = :seq,
                            written_at = :at
                        where id = :id
                        """)
                .param("id", id)
                .param("markdown", markdown)
                .param("retired", retired)
                .param("seq", seq)
                .param("at", Times.utc(now))
                .update();
    }

    private void insert(String id, String markdown, boolean retired, long seq, Instant now) {
        db.client()
                .sql(
                        """
                        insert into article (id, seq, markdown, retired, written_at)
                        values (:id, :seq, :markdown, :retired, :at)
                        """)
                .param("id", id)
                .param("markdown", markdown)
                .param("retired", retired)
                .param("seq", seq)
                .param("at", Times.utc(now))
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getLong("seq"),
                row.getString("markdown"),
                row.getBoolean("retired"));
    }
}
