package org.ximen.cases;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Looks through {@code grid_case} for what everybody may see; never reads anybody's words. */
final class PublicTable {
    private static final String PUBLIC =
            """
             where item.anonymous = false and item.forgotten = false
                and item.category in (:kinds)
                and (item.urgent = false or item.category in (:urgent))
            """;

    private final Db db;
    private final PublicRows rows;

    PublicTable(Db db, PublicRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** Those of the numbers, newest first. */
    List<PublicCase> list(PublicCases.Kinds kinds, List<String> numbers) {
        // HSQLDB would look through all of a kind if the numbers stood beside it.
        var few =
                """
                (select id, category, urgent, anonymous, forgotten from grid_case
                    where case_number in (:numbers)) item
                """;
        var sql = "select item.id from " + few + PUBLIC + " order by item.id desc";
        return get(ids(sql, kinds, Map.of("numbers", numbers)));
    }

    /** A page, newest first. */
    List<PublicCase> list(PublicCases.Kinds kinds, PublicSearch search, int skipped, int size) {
        var states = search.states().stream().map(State::name).toList();
        var sql =
                "select item.id from grid_case item"
                        + PUBLIC
                        + " and item.reported_at >= :from and item.reported_at <= :to"
                        + (states.isEmpty() ? "" : " and item.state in (:states)")
                        + " order by item.reported_at desc, item.id desc"
                        + " limit :size offset :skipped";
        return get(
                ids(
                        sql,
                        kinds,
                        Map.of(
                                "from", Times.utc(search.from()),
                                "to", Times.utc(search.to()),
                                "states", states,
                                "size", size,
                                "skipped", skipped)));
    }

    private List<Long> ids(String sql, PublicCases.Kinds kinds, Map<String, ?> params) {
        return db.client()
                .sql(sql)
                .param("kinds", kinds.codes())
                .param("urgent", kinds.urgent())
                .params(params)
                .query(Long.class)
                .list();
    }

    private List<PublicCase> get(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var changes = changes(ids);
        var found =
                db
                        .client()
                        .sql(
                                """
                                select id, case_number, state, outcome, category, area, place,
                                    latitude, longitude, department, deadline, reported_at
                                from grid_case where id in (:ids)
                                """)
                        .param("ids", ids)
                        .query((row, n) -> Map.entry(row.getLong("id"), rows.read(row, changes)))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** When the state of each changed last, if it did. */
    private Map<Long, Instant> changes(List<Long> ids) {
        var changes = new HashMap<Long, Instant>();
        db.client()
                .sql(
                        """
                        select case_id, max(happened_at) as changed_at from case_event
                        where case_id in (:ids) and from_state <> to_state group by case_id
                        """)
                .param("ids", ids)
                .query(row -> {
                    changes.put(row.getLong("case_id"), Times.get(row, "changed_at"));
                });
        return changes;
    }
}
