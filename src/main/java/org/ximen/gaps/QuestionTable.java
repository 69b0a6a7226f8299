package org.ximen.gaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;

/** Table {@code gap_question}. */
final class QuestionTable {
    private final JdbcClient client;

    QuestionTable(JdbcClient client) {
        this.client = client;
    }

    /** A question that is new here. */
    record Fresh(
            @Nullable Long person, String channel, String text, Result result, int confidence) {}

    /** Somebody who waits for an answer, with their latest question. */
    record Asker(long person, String question) {}

    /** A question that belongs to no group yet. */
    record Loose(long id, String text) {}

    long insert(Fresh fresh, Instant now) {
        var key = new GeneratedKeyHolder();
        client.sql(
                        """
                        insert into gap_question
                            (person, channel, question, result, confidence, asked_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                fresh.person(),
                                fresh.channel(),
                                fresh.text(),
                                fresh.result().name(),
                                fresh.confidence(),
                                Times.utc(now)))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** What was quoted first to a question. */
    void cite(long id, String article) {
        client.sql("update gap_question set article = ? where id = ?").params(article, id).update();
    }

    /** How often each article was quoted first. */
    Map<String, Long> cited() {
        var counts = new HashMap<String, Long>();
        client.sql(
                        """
                        select article, count(*) as times from gap_question
                        where article is not null group by article
                        """)
                .query(row -> {
                    counts.put(row.getString("article"), row.getLong("times"));
                });
        return counts;
    }

    /** How many a person asked since an instant. */
    int count(long person, Instant since) {
        return client.sql("select count(*) from gap_question where person = ? and asked_at >= ?")
                .params(person, Times.utc(since))
                .query(Integer.class)
                .single();
    }

    /** The answer with this id, if this person got it. */
    Optional<Question> findOwn(long id, long person) {
        return client.sql("select * from gap_question where id = ? and person = ?")
                .params(id, person)
                .query(QuestionTable::read)
                .optional();
    }

    /** A changed vote takes the question out of its group, or lets it find one. */
    void judge(long id, boolean useful, @Nullable Reason reason, Instant now) {
        client.sql(
                        """
                        update gap_question set useful = ?, reason = ?, judged_at = ?,
                            gap = case when ? then null else gap end,
                            remark = case when ? then null else remark end
                        where id = ?
                        """)
                .params(
                        Arrays.asList(
                                useful,
                                reason == null ? null : reason.name(),
                                Times.utc(now),
                                useful,
                                useful,
                                id))
                .update();
    }

    /** Words about the answer that this person judged last; false if there is none so fresh. */
    boolean remark(long person, String words, Instant since) {
        return client.sql(
                                """
                                update gap_question set remark = ?
                                where remark is null and id = (
                                    select max(id) from gap_question where person = ?)
                                    and useful = false and judged_at >= ?
                                """)
                        .params(words, person, Times.utc(since))
                        .update()
                == 1;
    }

    /** The person found what they meant by their last unsure question. */
    void picked(long person) {
        client.sql(
                        """
                        update gap_question set result = 'PICKED', gap = null
                        where result = 'UNSURE' and id = (
                            select max(id) from gap_question where person = ?)
                        """)
                .params(person)
                .update();
    }

    /**
     * What belongs into a group and is in none, oldest first.
     *
     * @param settled an unsure question older than this will not be picked any more
     */
    List<Loose> loose(Instant settled, int most) {
        return client.sql(
                        """
                        select id, question from gap_question
                        where gap is null and (result = 'REFUSED'
                            or (result = 'UNSURE' and asked_at < ?)
                            or (result = 'ANSWERED' and useful = false))
                        order by id fetch first ? rows only
                        """)
                .params(Times.utc(settled), most)
                .query((row, n) -> new Loose(row.getLong("id"), row.getString("question")))
                .list();
    }

    boolean put(long id, long gap) {
        return client.sql("update gap_question set gap = ? where id = ? and gap is null")
                        .params(gap, id)
                        .update()
                == 1;
    }

    /** What staff answered to it in a talk; of a settled group, too, its person is known again. */
    void propose(long id, long person, Gap.Proposal proposal) {
        client.sql(
                        """
                        update gap_question set person = ?, proposed = ?, proposed_by = ?
                        where id = ?
                        """)
                .params(person, proposal.answer(), proposal.by(), id)
                .update();
    }

    /** The group in which the same waits for an editor already; empty where it does not. */
    Optional<Long> proposed(long person, String text, Gap.Proposal proposal) {
        return client.sql(
                        """
                        select gap from gap_question where person = ? and question = ?
                            and proposed = ? and proposed_by = ? and gap is not null
                        order by id desc fetch first 1 rows only
                        """)
                .params(person, text, proposal.answer(), proposal.by())
                .query(Long.class)
                .optional();
    }

    /** An editor has looked at what was proposed. */
    void settle(long gap) {
        client.sql("update gap_question set proposed = null, proposed_by = null where gap = ?")
                .param(gap)
                .update();
    }

    /** The group of a question; empty while it has none. */
    Optional<Long> gapOf(long id) {
        return client.sql("select gap from gap_question where id = ? and gap is not null")
                .param(id)
                .query(Long.class)
                .optional();
    }

    void move(long from, long to) {
        client.sql("update gap_question set gap = ? where gap = ?").params(to, from).update();
    }

    /** The questions of a group, newest first. */
    List<Question> list(long gap, int most) {
        return client.sql(
                        """
                        select * from gap_question where gap = ?
                        order by id desc fetch first ? rows only
                        """)
                .params(gap, most)
                .query(QuestionTable::read)
                .list();
    }

    /** Those who asked and have not asked for quiet. */
    List<Asker> askers(long gap) {
        return client.sql(
                        """
                        select q.person, q.question from gap_question q
                        where q.id in (select max(id) from gap_question
                                       where gap = ? and person is not null group by person)
                            and not exists (select 1 from gap_quiet s where s.person = q.person)
                        order by q.id
                        """)
                .params(gap)
                .query((row, n) -> new Asker(row.getLong("person"), row.getString("question")))
                .list();
    }

    /** Nobody will be told any more, so nobody need be known. */
    void unlink(long gap) {
        client.sql("update gap_question set person = null where gap = ?").params(gap).update();
    }

    /** Nobody will be told about a group that was put aside. */
    void unlinkWhereSettled(long id) {
        client.sql(
                        """
                        update gap_question set person = null where id = ? and gap in (
                            select g.id from gap g where g.state = 'DISMISSED')
                        """)
                .param(id)
                .update();
    }

    List<Question> listOf(long person) {
        return client.sql("select * from gap_question where person = ? order by id")
                .params(person)
                .query(QuestionTable::read)
                .list();
    }

    void delete(long person) {
        client.sql("delete from gap_question where person = ?").params(person).update();
        loud(person);
    }

    /**
     * @param content answers that nobody complained about go when they are older than this
     */
    int trim(Instant before, Instant content) {
        return client.sql(
                        """
                        delete from gap_question where asked_at < ?
                            or (asked_at < ? and gap is null)
                        """)
                .params(Times.utc(before), Times.utc(content))
                .update();
    }

    void quiet(long person, Instant now) {
        int known =
                client.sql("update gap_quiet set since = ? where person = ?")
                        .params(Times.utc(now), person)
                        .update();
        if (known == 0) {
            client.sql("insert into gap_quiet (person, since) values (?, ?)")
                    .params(person, Times.utc(now))
                    .update();
        }
    }

    void loud(long person) {
        client.sql("delete from gap_quiet where person = ?").param(person).update();
    }

    private static Question read(ResultSet row, int n) throws SQLException {
        var reason = row.getString("reason");
        boolean useful = row.getBoolean("useful");
        return new Question(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("question"),
                Result.valueOf(row.getString("result")),
                row.getInt("confidence"),
                row.getObject("useful") == null ? null : useful,
                reason == null ? null : Reason.valueOf(reason),
                row.getString("remark"),
                Times.get(row, "asked_at"));
    }
}
