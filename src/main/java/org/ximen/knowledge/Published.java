package org.ximen.knowledge;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The articles of the database, followed by their change number. */
final class Published {
    private static final Logger LOG = LoggerFactory.getLogger(Published.class);

    private final ArticleTable table;
    private final Map<String, Article> articles = new HashMap<>();
    private long last;

    Published(ArticleTable table) {
        this.table = table;
    }

    /** Follows what changed since the last time; true if something did. */
    boolean refresh() {
        var changes = table.after(last);
        for (var row : changes) {
            last = row.seq();
            follow(row);
        }
        return !changes.isEmpty();
    }

    Map<String, Article> articles() {
        return articles;
    }

    private void follow(ArticleTable.Row row) {
        if (row.retired()) {
            articles.remove(row.id());
            return;
        }
        try {
            articles.put(row.id(), MarkdownArticle.read(row.id(), row.markdown()));
        } catch (BadArticle e) {
            LOG.error("数据库中的文章 {} {}；暂不更新", row.id(), e.getMessage());
        }
    }
}
