package org.ximen.knowledge;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.ximen.knowledge.Article.Check;

/** What editors have found to hold; a text that has changed since is unchecked again. */
final class Checks {
    private final CheckTable table;
    private final Map<String, CheckTable.Row> checks = new HashMap<>();
    private long last;

    Checks(CheckTable table) {
        this.table = table;
    }

    /** Follows what was checked since the last time; true if something was. */
    boolean refresh() {
        var news = table.after(last);
        for (var row : news) {
            checks.put(row.article(), row);
            last = row.seq();
        }
        return !news.isEmpty();
    }

    void write(Article article, Check check, long seq, Instant now) {
        table.write(new CheckTable.Row(article.id(), seq, hash(article), check), now);
    }

    /** The article with its last check, whoever wrote that down. */
    Article checked(Article article) {
        var row = checks.get(article.id());
        if (row == null || !row.hash().equals(hash(article))) {
            return article;
        }
        var own = article.checkedOn();
        return own == null || row.check().day().isAfter(own) ? article.with(row.check()) : article;
    }

    private static String hash(Article article) {
        return Hashes.of(
                String.join(
                        "\n", article.title(), String.valueOf(article.number()), article.text()));
    }
}
