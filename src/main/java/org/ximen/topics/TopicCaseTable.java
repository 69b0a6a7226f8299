package org.ximen.topics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code topic_case}: which cases belong to which topic. */
final class TopicCaseTable {
    private final JdbcClient client;

    TopicCaseTable(JdbcClient client) {
        this.client = client;
    }

    /** Links cases; those that are linked stay so. */
    void link(long topic, Collection<String> numbers, Instant now) {
        var known = Set.copyOf(of(topic));
        for (var number : new HashSet<>(numbers)) {
            if (!known.contains(number)) {
                client.sql(
                                """
                                insert into topic_case (topic_id, case_number, linked_at)
                                values (:topic, :number, :now)
                                """)
                        .param("topic", topic)
                        .param("number", number)
                        .param("now", Times.utc(now))
                        .update();
            }
        }
    }

    /** Links these cases and no others. */
    void replace(long topic, Collection<String> numbers, Instant now) {
        client.sql("delete from topic_case where topic_id = ?").param(topic).update();
        link(topic, numbers, now);
    }

    void unlink(long topic, String number) {
        client.sql("delete from topic_case where topic_id = ? and case_number = ?")
                .params(topic, number)
                .update();
    }

    /** Numbers of the cases of a topic. */
    List<String> of(long topic) {
        return client.sql("select case_number from topic_case where topic_id = ?")
                .param(topic)
                .query(String.class)
                .list();
    }

    /** Ids of the topics under way or ended to which a case belongs; single spots first. */
    List<Long> topics(String number) {
        return client.sql(
                        """
                        select t.id from topic_case c join topic t on t.id = c.topic_id
                        where c.case_number = ? and t.state in ('OPEN', 'ENDED')
                        order by t.street_wide, t.id
                        """)
                .param(number)
                .query(Long.class)
                .list();
    }
}
