package org.ximen.residents;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

final class SubscriptionTable {
    private final JdbcClient client;

    SubscriptionTable(JdbcClient client) {
        this.client = client;
    }

    void add(long person, String area, Instant now) {
        client.sql(
                        """
                        merge into subscription t
                        using (values (cast(? as bigint), cast(? as varchar(30)))) as s(person, area)
                        on t.person = s.person and t.area = s.area
                        when not matched then
                          insert (person, area, since) values (s.person, s.area, ?)
                        """)
                .params(person, area, Times.utc(now))
                .update();
    }

    boolean remove(long person, String area) {
        return client.sql("delete from subscription where person = ? and area = ?")
                        .params(person, area)
                        .update()
                > 0;
    }

    boolean removeAll(long person) {
        return client.sql("delete from subscription where person = ?").param(person).update() > 0;
    }

    List<String> areas(long person) {
        return client.sql("select area from subscription where person = ? order by area")
                .param(person)
                .query(String.class)
                .list();
    }

    List<Person> page(Audience audience, long after, int most) {
        return about(
                        audience,
                        "select p.* ",
                        " and p.id > :after order by p.id fetch first :most rows only")
                .param("after", after)
                .param("most", most)
                .query(PersonTable::read)
                .list();
    }

    long count(Audience audience) {
        return about(audience, "select count(*) ", "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec about(Audience audience, String head, String tail) {
        var areas = audience.areas().isEmpty() ? "" : " and s.area in (:areas)";
        var profiles = audience.profiles().isEmpty() ? "" : " and p.profile in (:profiles)";
        return client.sql(
                        head
                                + "from person p where p.reachable = true and exists"
                                + " (select 1 from subscription s where s.person = p.id"
                                + areas
                                + ")"
                                + profiles
                                + tail)
                .param("areas", audience.areas())
                .param("profiles", audience.profiles().stream().map(Profile::name).toList());
    }
}
