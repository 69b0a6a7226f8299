package org.ximen.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;
import org.ximen.deliberation.DeliberationNews.PendingNews;

/** What people say, who follows and who comes, and how often a wrong code was tried. */
final class VoiceTable {
    private final JdbcClient client;

    VoiceTable(JdbcClient client) {
        this.client = client;
    }

    long addComment(long deliberation, long person, String words, Instant now) {
        var key = new GeneratedKeyHolder();
        client.sql(
                        """
                        insert into deliberation_comment (deliberation_id, person, words, said_at)
                        values (?, ?, ?, ?)
                        """)
                .params(deliberation, person, words, Times.utc(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Number.class)).longValue();
    }

    /** Oldest first. */
    List<ResidentComment> comments(long deliberation) {
        return client.sql(
                        "select * from deliberation_comment where deliberation_id = ? order by id")
                .param(deliberation)
                .query((row, n) ->
                        new ResidentComment(row.getString("words"), Times.get(row, "said_at")))
                .list();
    }

    int countComments(long deliberation, long person) {
        return client.sql(
                        """
                        select count(*) from deliberation_comment
                        where deliberation_id = ? and person = ?
                        """)
                .params(deliberation, person)
                .query(Integer.class)
                .single();
    }

    /** The deliberation that one's own comment was about; empty if it is not theirs or gone. */
    Optional<Long> commented(long comment, long person) {
        return client.sql(
                        "select deliberation_id from deliberation_comment where id = ? and person = ?")
                .params(comment, person)
                .query(Long.class)
                .optional();
    }

    void deleteComment(long comment) {
        client.sql("delete from deliberation_comment where id = ?").param(comment).update();
    }

    /** What somebody said, with its title. */
    List<String> said(long person) {
        return client.sql(
                        """
                        select d.title, c.words from deliberation_comment c
                            join deliberation d on d.id = c.deliberation_id
                        where c.person = ? order by c.id
                        """)
                .param(person)
                .query((row, n) -> row.getString("title") + "：" + row.getString("words"))
                .list();
    }

    void follows(long deliberation, long person, boolean follows) {
        put("follows", deliberation, person, follows);
    }

    void comes(long deliberation, long person, boolean comes) {
        put("comes", deliberation, person, comes);
    }

    /**
     * Whoever begins to follow is told of what comes later, and still that the meeting was moved to
     * which they come.
     */
    private void put(String column, long deliberation, long person, boolean value) {
        int rows =
                client.sql(
                                """
                                update deliberation_part set %s = ?, told_number =
                                    case when follows = true or comes = true and told_number <
                                            (select d.moved_number from deliberation d
                                            where d.id = deliberation_part.deliberation_id)
                                        then told_number else (select
                                            d.news_number from deliberation d
                                            where d.id = deliberation_part.deliberation_id) end
                                where deliberation_id = ? and person = ?
                                """
                                        .formatted(column))
                        .params(value, deliberation, person)
                        .update();
        if (rows == 0) {
            client.sql(
                            """
                            insert into deliberation_part (deliberation_id, person, %s,
                                told_number)
                            select id, cast(? as bigint), cast(? as boolean), news_number
                            from deliberation where id = ?
                            """
                                    .formatted(column))
                    .params(person, value, deliberation)
                    .update();
        }
    }

    boolean isComing(long deliberation, long person) {
        return client.sql(
                                """
                                select count(*) from deliberation_part
                                where deliberation_id = ? and person = ? and comes = true
                                """)
                        .params(deliberation, person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isFollowing(long deliberation, long person) {
        return follows(person).contains(deliberation);
    }

    List<Long> follows(long person) {
        return client.sql(
                        """
                        select deliberation_id from deliberation_part
                        where person = ? and follows = true order by deliberation_id
                        """)
                .param(person)
                .query(Long.class)
                .list();
    }

    int followers(long deliberation) {
        return client.sql(
                        """
                        select count(*) from deliberation_part
                        where deliberation_id = ? and follows = true
                        """)
                .param(deliberation)
                .query(Integer.class)
                .single();
    }

    /** Who is to be told something and was not yet, behind one already seen. */
    List<PendingNews> untold(PendingNews behind, int most) {
        return client.sql(
                        """
                        select p.deliberation_id, p.person, d.news_number,
                            p.follows = true and d.news = 'STEP' as step,
                            (p.comes = true or d.news = 'MOVED')
                                and p.told_number < d.moved_number as moved
                        from deliberation d join deliberation_part p on p.deliberation_id = d.id
                        where d.news is not null and p.told_number < d.news_number
                            and (p.follows = true
                                or p.comes = true and p.told_number < d.moved_number)
                            and (d.id > :item or d.id = :item and p.person > :person)
                        order by d.id, p.person fetch first :most rows only
                        """)
                .param("item", behind.deliberation())
                .param("person", behind.person())
                .param("most", most)
                .query((row, n) ->
                        new PendingNews(
                                row.getLong("deliberation_id"),
                                row.getLong("person"),
                                row.getBoolean("step"),
                                row.getBoolean("moved"),
                                row.getInt("news_number")))
                .list();
    }

    /** False if they were told by another machine, or do not want it any more. */
    boolean told(PendingNews one) {
        return client.sql(
                                """
                                update deliberation_part set told_number = :number
                                where deliberation_id = :item and person = :person
                                    and told_number < :number
                                    and (follows = true or comes = true)
                                """)
                        .param("number", one.number())
                        .param("item", one.deliberation())
                        .param("person", one.person())
                        .update()
                == 1;
    }

    int guests(long deliberation) {
        return client.sql(
                        """
                        select count(*) from deliberation_part
                        where deliberation_id = ? and comes = true
                        """)
                .param(deliberation)
                .query(Integer.class)
                .single();
    }

    /** Titles of the meetings that somebody said to come to. */
    List<String> visits(long person) {
        return client.sql(
                        """
                        select d.title from deliberation_part p
                            join deliberation d on d.id = p.deliberation_id
                        where p.person = ? and p.comes = true order by d.id
                        """)
                .param(person)
                .query(String.class)
                .list();
    }

    int tries(long person, LocalDate day) {
        return client.sql(
                        """
                        select coalesce(sum(tries), 0) from deliberation_wrong_code
                        where person = ? and tried_on = ?
                        """)
                .params(person, day)
                .query(Integer.class)
                .single();
    }

    void tried(long person, LocalDate day) {
        int rows =
                client.sql(
                                """
                                update deliberation_wrong_code set tries = tries + 1
                                where person = ? and tried_on = ?
                                """)
                        .params(person, day)
                        .update();
        if (rows == 0) {
            client.sql("insert into deliberation_wrong_code values (?, ?, 1)")
                    .params(person, day)
                    .update();
        }
    }

    void forget(long person) {
        for (var table : List.of("comment", "part", "wrong_code")) {
            client.sql("delete from deliberation_" + table + " where person = ?")
                    .param(person)
                    .update();
        }
    }

    int trim(Instant before, LocalDate day) {
        client.sql("delete from deliberation_wrong_code where tried_on < ?").param(day).update();
        return client.sql("delete from deliberation_comment where said_at < ?")
                .param(Times.utc(before))
                .update();
    }
}
