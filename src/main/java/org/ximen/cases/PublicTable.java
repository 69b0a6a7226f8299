package org.ximen.cases;

import java.util.List;
import java.util.Map;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Looks through {@code grid_case} for what everybody may see; never reads anybody's words. */
final class PublicTable {
    private static final String PUBLIC =
            """
            select item.case_number, item.state, item.outcome, item.category, item.area,
                item.place, item.latitude, item.longitude, item.department, item.deadline,
                item.reported_at,
                coalesce((select max(step.happened_at) from case_event step
                    where step.case_id = item.id and step.from_state <> step.to_state),
                    item.reported_at) as updated_at
            from grid_case item
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
        return query(
                kinds,
                " and item.case_number in (:numbers) order by item.id desc",
                Map.of("numbers", numbers));
    }

    /** A page, newest first. */
    List<PublicCase> list(PublicCases.Kinds kinds, PublicSearch search, int skipped, int size) {
        var states = search.states().stream().map(State::name).toList();
        return query(
                kinds,
                " and item.reported_at >= :from and item.reported_at <= :to"
                        + (states.isEmpty() ? "" : " and item.state in (:states)")
                        + " order by item.reported_at desc, item.id desc"
                        + " limit :size offset :skipped",
                Map.of(
                        "from", Times.utc(search.from()),
                        "to", Times.utc(search.to()),
                        "states", states,
                        "size", size,
                        "skipped", skipped));
    }

    private List<PublicCase> query(PublicCases.Kinds kinds, String rest, Map<String, ?> params) {
        return db.client()
                .sql(PUBLIC + rest)
                .param("kinds", kinds.codes())
                .param("urgent", kinds.urgent())
                .params(params)
                .query(rows)
                .list();
    }
}
