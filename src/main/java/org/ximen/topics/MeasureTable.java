package org.ximen.topics;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code topic_measure}. */
final class MeasureTable {
    private final JdbcClient client;

    MeasureTable(JdbcClient client) {
        this.client = client;
    }

    void add(long topic, TopicStep.AddMeasure measure) {
        client.sql(
                        """
                        insert into topic_measure (topic_id, what, department, from_day)
                        values (:topic, :what, :department, :from)
                        """)
                .param("topic", topic)
                .param("what", measure.what())
                .param("department", measure.department())
                .param("from", measure.from())
                .update();
    }

    /** False if the topic has no such measure that is still to be done. */
    boolean done(long topic, long measure, LocalDate day) {
        return client.sql(
                                """
                                update topic_measure set done_day = :day
                                where id = :id and topic_id = :topic and done_day is null
                                """)
                        .param("day", day)
                        .param("id", measure)
                        .param("topic", topic)
                        .update()
                == 1;
    }

    /** Those of a topic, oldest first. */
    List<TopicMeasure> of(long topic) {
        return client.sql("select * from topic_measure where topic_id = ? order by id")
                .param(topic)
                .query((row, n) ->
                        new TopicMeasure(
                                row.getLong("id"),
                                row.getString("what"),
                                row.getString("department"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("done_day", LocalDate.class)))
                .list();
    }
}
