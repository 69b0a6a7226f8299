package org.ximen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.knowledge.Article.Check;

/** Checks of articles, wherever their text comes from. */
final class CheckTable {
    /** The last check of an article, and the hash of what was checked. */
    record Row(String article, long seq, String hash, Check check) {}

    private final Db db;

    CheckTable(Db db) {
        this.db = db;
    }

    /** Writes or overwrites; the check gets the number, which no article has. */
    void write(Row row, Instant now) {
        db.run(() -> {
            db.client()
                    .sql("delete from article_check where article = :article")
                    .param("article", row.article())
                    .update();
            insert(row, now);
        });
    }

    private void insert(Row row, Instant now) {
        db.client()
                .sql(
                        """
                        insert into article_check
                            (article, seq, hash, checked, checked_by, written_at)
                        values (:article, :seq, :hash, :checked, :by, :at)
                        """)
                .param("article", row.article())
                .param("seq", row.seq())
                .param("hash", row.hash())
                .param("checked", row.check().day())
                .param("by", row.check().by())
                .param("at", Times.utc(now))
                .update();
    }

    /** Checks after a number, in order. */
    List<Row> after(long seq) {
        return db.client()
                .sql(
                        """
                        select article, seq, hash, checked, checked_by from article_check
                        where seq > :seq order by seq
                        """)
                .param("seq", seq)
                .query((row, n) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        var check =
                new Check(row.getObject("checked", LocalDate.class), row.getString("checked_by"));
        return new Row(row.getString("article"), row.getLong("seq"), row.getString("hash"), check);
    }
}
