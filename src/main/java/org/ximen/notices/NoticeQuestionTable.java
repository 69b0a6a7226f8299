package org.ximen.notices;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code notice_question}. */
final class NoticeQuestionTable {
    private static final int MOST = 100;

    private final JdbcClient client;

    /** A question of somebody, for export. */
    record OwnQuestion(String title, String words) {}

    NoticeQuestionTable(JdbcClient client) {
        this.client = client;
    }

    void add(long notice, long person, AskedQuestion question) {
        client.sql(
                        """
                        insert into notice_question (notice, person, words, answered, asked_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        notice,
                        person,
                        question.words(),
                        question.answered(),
                        Times.utc(question.at()))
                .update();
    }

    /** The newest first. */
    List<AskedQuestion> list(long notice) {
        return client.sql(
                        """
                        select * from notice_question where notice = ?
                        order by id desc fetch first ? rows only
                        """)
                .params(notice, MOST)
                .query((row, n) ->
                        new AskedQuestion(
                                row.getString("words"),
                                row.getBoolean("answered"),
                                Times.get(row, "asked_at")))
                .list();
    }

    List<OwnQuestion> of(long person) {
        return client.sql(
                        """
                        select n.title, q.words from notice_question q join notice n
                            on n.id = q.notice
                        where q.person = ? order by q.id
                        """)
                .params(person)
                .query((row, n) -> new OwnQuestion(row.getString("title"), row.getString("words")))
                .list();
    }

    void forget(long person) {
        client.sql("delete from notice_question where person = ?").params(person).update();
    }
}
