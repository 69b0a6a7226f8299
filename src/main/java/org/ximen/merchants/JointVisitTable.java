package org.ximen.merchants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Tables {@code joint_visit}, {@code joint_visit_case} and {@code joint_visit_turn}. */
final class JointVisitTable {
    private static final String BETWEEN = "、";

    private final JdbcClient client;

    /** Which shop, by id where it is noted, and in which area it lies. */
    record VisitedShop(@Nullable Long shop, String key, @Nullable String area) {}

    JointVisitTable(JdbcClient client) {
        this.client = client;
    }

    /** Nobody else plans one until the transaction is kept. */
    void hold() {
        client.sql("update joint_visit_turn set turns = turns + 1 where id = 1").update();
    }

    /** One that was not called off, of the same shop within a span of time, but this. */
    Optional<JointVisit> near(String key, Instant from, Instant to, long but) {
        return client.sql(
                        """
                        select * from joint_visit
                        where shop_key = :key and state <> 'CANCELLED' and id <> :but
                            and visit_at > :from and visit_at < :to
                        order by visit_at desc fetch first 1 rows only
                        """)
                .param("key", key)
                .param("but", but)
                .param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .query(JointVisitTable::read)
                .optional();
    }

    long add(VisitedShop of, JointVisitPlan plan, String by, Instant now) {
        client.sql(
                        """
                        insert into joint_visit (shop_id, shop_key, name, place, area, units,
                            purpose, visit_at, reason, state, planned_by, planned_at)
                        values (:shop, :key, :name, :place, :area, :units, :purpose, :at, :reason,
                            'PLANNED', :by, :now)
                        """)
                .param("shop", of.shop())
                .param("key", of.key())
                .param("name", plan.name())
                .param("place", plan.place())
                .param("area", of.area())
                .param("units", String.join(BETWEEN, plan.units()))
                .param("purpose", plan.purpose())
                .param("at", Times.utc(plan.at()))
                .param("reason", plan.reason())
                .param("by", by)
                .param("now", Times.utc(now))
                .update();
        // under hold(), so that the newest is this
        return client.sql("select max(id) from joint_visit").query(Long.class).single();
    }

    String key(long id) {
        return client.sql("select shop_key from joint_visit where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** False if it is not planned any more. */
    boolean move(long id, Instant at, @Nullable String reason) {
        return client.sql(
                                """
                                update joint_visit set visit_at = :at,
                                    reason = coalesce(cast(:reason as varchar(200)), reason)
                                where id = :id and state = 'PLANNED'
                                """)
                        .param("at", Times.utc(at))
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** False if it is not planned any more. */
    boolean settle(long id, JointVisit.State state, String result, String by, Instant now) {
        return client.sql(
                                """
                                update joint_visit set state = :state, result = :result,
                                    settled_by = :by, settled_at = :now
                                where id = :id and state = 'PLANNED'
                                """)
                        .param("state", state.name())
                        .param("result", result)
                        .param("by", by)
                        .param("now", Times.utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** False if it was added before. */
    boolean addCase(long id, String number) {
        hold();
        boolean known = cases(id).contains(number);
        if (!known) {
            client.sql("insert into joint_visit_case (visit_id, number) values (?, ?)")
                    .params(id, number)
                    .update();
        }
        return !known;
    }

    /** What the merchant told of the shop is not kept with visits once they delete it. */
    void unname(long shop) {
        client.sql("update joint_visit set name = null, shop_id = null where shop_id = ?")
                .param(shop)
                .update();
    }

    Optional<JointVisit> find(long id) {
        return client.sql("select * from joint_visit where id = ?")
                .param(id)
                .query(JointVisitTable::read)
                .optional()
                .map(this::withCases);
    }

    /** The latest first. */
    List<JointVisit> list(int most) {
        return client
                .sql(
                        "select * from joint_visit order by visit_at desc, id desc"
                                + " fetch first ? rows only")
                .param(most)
                .query(JointVisitTable::read)
                .list()
                .stream()
                .map(this::withCases)
                .toList();
    }

    private List<String> cases(long id) {
        return client.sql("select number from joint_visit_case where visit_id = ? order by number")
                .param(id)
                .query(String.class)
                .list();
    }

    private JointVisit withCases(JointVisit visit) {
        return visit.with(cases(visit.id()));
    }

    private static JointVisit read(ResultSet row, int n) throws SQLException {
        return new JointVisit(
                row.getLong("id"),
                row.getObject("shop_id", Long.class),
                new JointVisitPlan(
                        row.getString("name"),
                        row.getString("place"),
                        List.of(row.getString("units").split(BETWEEN)),
                        row.getString("purpose"),
                        Times.get(row, "visit_at"),
                        row.getString("reason")),
                row.getString("area"),
                JointVisit.State.valueOf(row.getString("state")),
                row.getString("result"),
                row.getString("planned_by"),
                row.getString("settled_by"),
                List.of());
    }
}
