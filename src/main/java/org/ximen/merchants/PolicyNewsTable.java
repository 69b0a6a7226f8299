package org.ximen.merchants;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code policy_news}. */
final class PolicyNewsTable {
    // No article has it.
    private static final String LOOKED = "";

    private final JdbcClient client;

    /** An article that was new or changed. */
    record News(String article, String fingerprint, Instant changedAt) {}

    PolicyNewsTable(JdbcClient client) {
        this.client = client;
    }

    /** Whether the library was ever looked through. */
    boolean isLooked() {
        return fingerprints().containsKey(LOOKED);
    }

    void looked() {
        add(LOOKED, LOOKED, null);
    }

    /** By article. */
    Map<String, String> fingerprints() {
        return client
                .sql("select article, fingerprint from policy_news")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(String article, String fingerprint, @Nullable Instant changed) {
        client.sql(
                        """
                        insert into policy_news (article, fingerprint, changed_at)
                        values (:article, :fingerprint, :changed)
                        """)
                .param("article", article)
                .param("fingerprint", fingerprint)
                .param("changed", Times.utcOrNull(changed))
                .update();
    }

    void change(String article, String fingerprint, Instant changed) {
        client.sql("update policy_news set fingerprint = ?, changed_at = ? where article = ?")
                .params(fingerprint, Times.utc(changed), article)
                .update();
    }

    /** What changed since, the newest first. */
    List<News> since(Instant since) {
        return client.sql(
                        "select * from policy_news where changed_at >= ?"
                                + " order by changed_at desc, article")
                .param(Times.utc(since))
                .query((row, n) ->
                        new News(
                                row.getString("article"),
                                row.getString("fingerprint"),
                                Optional.ofNullable(Times.find(row, "changed_at")).orElseThrow()))
                .list();
    }
}
