package org.ximen.readings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code reading_model}, which has one row or none. */
final class LearntTable {
    // As many as a person looks through; the column holds them.
    private static final int MOST_SUSPECTS = 20;

    private final JdbcClient client;

    LearntTable(JdbcClient client) {
        this.client = client;
    }

    Optional<LearntModel> find() {
        return client.sql("select * from reading_model").query(LearntTable::read).optional();
    }

    /** Of what was judged when it was learnt last. */
    Optional<String> revision() {
        return client.sql("select revision from reading_model").query(String.class).optional();
    }

    void put(LearntModel learnt, String revision) {
        client.sql("delete from reading_model").update();
        client.sql(
                        """
                        insert into reading_model (id, model_key, revision, taken, examples,
                            broken, suspects, learnt_at)
                        values (1, :key, :revision, :taken, :examples, :broken, :suspects, :at)
                        """)
                .param("key", learnt.key())
                .param("revision", revision)
                .param("taken", learnt.taken())
                .param("examples", learnt.examples())
                .param("broken", String.join("\n", learnt.broken()))
                .param("suspects", packed(learnt.suspects()))
                .param("at", Times.utc(learnt.at()))
                .update();
    }

    private static String packed(List<Long> ids) {
        return ids.stream()
                .limit(MOST_SUSPECTS)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static LearntModel read(ResultSet row, int n) throws SQLException {
        return new LearntModel(
                row.getString("model_key"),
                row.getBoolean("taken"),
                row.getInt("examples"),
                row.getString("broken").lines().toList(),
                Arrays.stream(row.getString("suspects").split(" "))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .toList(),
                Times.get(row, "learnt_at"));
    }
}
