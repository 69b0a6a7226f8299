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

    /**
     * Which shop.
     *
     * @param shop id, where it is noted
     * @param key of its address; null where that has no house number
     * @param area code of the area in which it lies; null where it cannot be known
     */
    record VisitedShop(@Nullable Long shop, @Nullable String key, @Nullable String area) {}

    JointVisitTable(JdbcClient client) {
        this.client = client;
    }

    /** Nobody else plans one until the transaction is kept. */
    void hold() {
        client.sql("update joint_visit_turn set turns = turns + 1 where id = 1").update();
    }

    /** One that was not called off, of the same shop within a span of time, but this. */
    Optional<JointVisit> near(VisitedShop of, Instant from, Instant to, long but) {
        return client.sql(
                        """
                        select * from joint_visit
                        where state <> 'CANCELLED' and id <> :but
                            and (shop_key = cast(:key as varchar(300))
                                or shop_id = cast(:shop as bigint))
                            and visit_at > :from and visit_at < :to
                        order by visit_at desc fetch first 1 rows only
                        """)
                .param("key", of.key())
                .param("shop", of.shop())
                .param("but", but)
                .param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .query(JointVisitTable::read)
                .optional();
    }

    /** Those that are planned for a time, but this. */
    List<JointVisit> plannedAt(Instant at, long but) {
        return client.sql(
                        "select * from joint_visit"
                                + " where state = 'PLANNED' and visit_at = ? and id <> ?")
                .params(Times.utc(at), but)
                .query(JointVisitTable::read)
                .list();
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

    VisitedShop visited(long id) {
        return client.sql("select shop_id, shop_key, area from joint_visit where id = ?")
                .param(id)
                .query((row, n) ->
                        new VisitedShop(
                                row.getObject("shop_id", Long.class),
                                row.getString("shop_key"),
                                row.getString("area")))
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

    /** A page, the latest first, without the cases. */
    List<JointVisit> list(int from, int most) {
        return client.sql(
                        "select * from joint_visit order by visit_at desc, id desc"
                                + " offset ? rows fetch next ? rows only")
                .params(from, most)
                .query(JointVisitTable::read)
                .list();
    }

    /** All of a noted shop, the first first, without the cases. */
    List<JointVisit> of(long shop) {
        return client.sql("select * from joint_visit where shop_id = ? order by visit_at, id")
                .param(shop)
                .query(JointVisitTable::read)
                .list();
    }

    int trim(Instant before) {
        return client.sql("delete from joint_visit where visit_at < ?")
                .param(Times.utc(before))
                .update();
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
