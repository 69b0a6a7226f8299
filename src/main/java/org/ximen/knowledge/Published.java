package org.ximen.knowledge;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.isolation.IsolatedRun;

/** The articles of the database, followed by their change number. */
final class Published {
    private static final Logger LOG = LoggerFactory.getLogger(Published.class);

    private final ArticleTable table;
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, Import> refused = new ConcurrentHashMap<>();
    private long last;

    Published(ArticleTable table) {
        this.table = table;
    }

    /** Follows what changed since the last time; true if something did. */
    boolean refresh(Instant now) {
        var changes = table.after(last);
        IsolatedRun.each(changes, this::follow, (row, why) -> aside(row, why, now));
        changes.forEach(row -> last = Math.max(last, row.seq()));
        return !changes.isEmpty();
    }

    Map<String, Article> articles() {
        return articles;
    }

    /** Those that cannot be used; an older version goes on where there is one. */
    List<Import> imports() {
        return List.copyOf(refused.values());
    }

    private void follow(ArticleTable.Row row) {
        if (row.retired()) {
            articles.remove(row.id());
        } else {
            articles.put(row.id(), MarkdownArticle.read(row.id(), row.markdown()));
        }
        refused.remove(row.id());
    }

    private void aside(ArticleTable.Row row, Throwable why, Instant now) {
        var reason = RefusalReason.of(row.id(), why);
        LOG.error("数据库中的文章 {} {}；暂不更新", row.id(), reason);
        refused.put(row.id(), Import.refused(row.id(), articles.get(row.id()), reason, now));
    }
}
