package org.ximen.deliberation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;

/**
 * Codes, sums and paper ballots. A code is marked as used and a sum grows; nothing says which
 * belong together.
 */
final class BallotTable {
    private final JdbcClient client;

    BallotTable(JdbcClient client) {
        this.client = client;
    }

    /** Of which deliberation a code is, and whether it was used. */
    record KnownCode(long deliberation, boolean used) {}

    void addCode(long deliberation, String hash) {
        client.sql("insert into deliberation_code (code_hash, deliberation_id) values (?, ?)")
                .params(hash, deliberation)
                .update();
    }

    /** Returns how many; used ones stay. */
    int voidCodes(long deliberation) {
        return client.sql(
                        "delete from deliberation_code where deliberation_id = ? and used = false")
                .param(deliberation)
                .update();
    }

    Optional<KnownCode> find(String hash) {
        return client.sql("select deliberation_id, used from deliberation_code where code_hash = ?")
                .param(hash)
                .query((row, n) ->
                        new KnownCode(row.getLong("deliberation_id"), row.getBoolean("used")))
                .optional();
    }

    /** Those of some codes that were handed out. */
    Set<String> known(List<String> hashes) {
        return Set.copyOf(
                client.sql("select code_hash from deliberation_code where code_hash in (:hashes)")
                        .param("hashes", hashes)
                        .query(String.class)
                        .list());
    }

    /** Whether a code stands on a sheet of paper ballots that waits to be confirmed. */
    boolean isEntered(String hash) {
        return client.sql("select count(*) from deliberation_paper_code where code_hash = ?")
                        .param(hash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** False if the code is not of this deliberation or was used, maybe just now. */
    boolean use(long deliberation, String hash) {
        return client.sql(
                                """
                                update deliberation_code set used = true
                                where code_hash = ? and deliberation_id = ? and used = false
                                """)
                        .params(hash, deliberation)
                        .update()
                == 1;
    }

    /** False if there is no such option. */
    boolean count(long deliberation, long option, int votes, boolean onPaper) {
        int counted =
                client.sql(
                                """
                                update deliberation_option
                                set votes = votes + :votes, on_paper = on_paper + :paper
                                where id = :option and deliberation_id = :deliberation
                                """)
                        .param("votes", votes)
                        .param("paper", onPaper ? votes : 0)
                        .param("option", option)
                        .param("deliberation", deliberation)
                        .update();
        client.sql("update deliberation set ballots = ballots + ? where id = ?")
                .params(counted == 1 ? votes : 0, deliberation)
                .update();
        return counted == 1;
    }

    long addPaper(long deliberation, int ballots, String by, Instant now) {
        var key = new GeneratedKeyHolder();
        client.sql(
                        """
                        insert into deliberation_paper (deliberation_id, ballots, entered_by,
                            entered_at)
                        values (?, ?, ?, ?)
                        """)
                .params(deliberation, ballots, by, Times.utc(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Number.class)).longValue();
    }

    void addPaperCode(long paper, String hash) {
        client.sql("insert into deliberation_paper_code (paper_id, code_hash) values (?, ?)")
                .params(paper, hash)
                .update();
    }

    void addPaperCount(long paper, long option, int votes) {
        client.sql(
                        """
                        insert into deliberation_paper_count (paper_id, option_id, votes)
                        values (?, ?, ?)
                        """)
                .params(paper, option, votes)
                .update();
    }

    List<String> paperCodes(long paper) {
        return client.sql("select code_hash from deliberation_paper_code where paper_id = ?")
                .param(paper)
                .query(String.class)
                .list();
    }

    /** What waits to be confirmed, oldest first. */
    List<PaperBatch> papers(long deliberation) {
        return client.sql("select * from deliberation_paper where deliberation_id = ? order by id")
                .param(deliberation)
                .query((row, n) ->
                        new PaperBatch(
                                row.getLong("id"),
                                row.getInt("ballots"),
                                counts(row.getLong("id")),
                                row.getString("entered_by"),
                                Times.get(row, "entered_at")))
                .list();
    }

    private Map<Long, Integer> counts(long paper) {
        var counts = new HashMap<Long, Integer>();
        client.sql("select option_id, votes from deliberation_paper_count where paper_id = ?")
                .param(paper)
                .query(row -> {
                    counts.put(row.getLong("option_id"), row.getInt("votes"));
                });
        return counts;
    }

    /** With its codes and counts; false if it is gone. */
    boolean deletePaper(long paper) {
        return client.sql("delete from deliberation_paper where id = ?").param(paper).update() == 1;
    }

    void deletePapers(long deliberation) {
        client.sql("delete from deliberation_paper where deliberation_id = ?")
                .param(deliberation)
                .update();
    }
}
