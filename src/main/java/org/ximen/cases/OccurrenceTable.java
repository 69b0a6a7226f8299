package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.district.Point;

/** Reads {@code grid_case} as reports of something at a place. */
final class OccurrenceTable {
    private static final int PORTION = 500;

    /** Joined to another, taken back, or no matter of the street: nothing that recurs. */
    private static final String COUNTED =
            " and state not in ('MERGED', 'CANCELLED')"
                    + " and not (state = 'REFUSED' and coalesce(outcome, '') = 'NOT_ACCEPTED')";

    private static final String REOPENED = "verb in ('REOPEN', 'APPEAL')";

    private final Db db;

    OccurrenceTable(Db db) {
        this.db = db;
    }

    /** Reported between two instants; of one category, or of all. */
    List<Occurrence> reported(@Nullable String category, Instant from, Instant until) {
        var sql =
                "select * from grid_case where reported_at >= :from and reported_at < :until"
                        + (category == null ? "" : " and category = :category")
                        + COUNTED
                        + " order by id";
        return db.client()
                .sql(sql)
                .param("from", Times.utc(from))
                .param("until", Times.utc(until))
                .param("category", category)
                .query((row, n) -> occurrence(row, 0))
                .list();
    }

    /** Reported or opened again since an instant, with how often the latter. */
    List<Occurrence> active(Instant since) {
        var reopenings = reopenings(since);
        return db.client()
                .sql(
                        "select * from grid_case where (reported_at >= :since or id in (select"
                                + " case_id from case_event where "
                                + REOPENED
                                + " and happened_at >= :since))"
                                + COUNTED
                                + " order by id")
                .param("since", Times.utc(since))
                .query((row, n) -> occurrence(row, reopenings.getOrDefault(row.getLong("id"), 0)))
                .list();
    }

    private Map<Long, Integer> reopenings(Instant since) {
        var counts = new HashMap<Long, Integer>();
        db.client()
                .sql(
                        "select case_id, count(*) as n from case_event where "
                                + REOPENED
                                + " and happened_at >= :since group by case_id")
                .param("since", Times.utc(since))
                .query(row -> {
                    counts.put(row.getLong("case_id"), row.getInt("n"));
                });
        return counts;
    }

    Optional<Instant> first() {
        return db.client()
                .sql("select reported_at from grid_case order by reported_at limit 1")
                .query((row, n) -> Times.get(row, "reported_at"))
                .optional();
    }

    /** Those of the numbers that count, oldest first. */
    List<Occurrence> of(List<String> numbers) {
        var all = new ArrayList<Occurrence>();
        for (var some : portions(numbers)) {
            all.addAll(
                    db.client()
                            .sql(
                                    "select * from grid_case where case_number in (:numbers)"
                                            + COUNTED
                                            + " order by reported_at, id")
                            .param("numbers", some)
                            .query((row, n) -> occurrence(row, 0))
                            .list());
        }
        return all;
    }

    /** Who reported or joined them and can be told. */
    List<Concerned> concerned(List<String> numbers) {
        var all = new ArrayList<Concerned>();
        for (var some : portions(numbers)) {
            all.addAll(
                    db.client()
                            .sql(
                                    """
                                    select case_number, reporter as person, tell_channel,
                                        tell_address, 1 as reported from grid_case
                                    where case_number in (:numbers) and reporter is not null
                                        and tell_channel is not null
                                    union all
                                    select c.case_number, f.person, f.tell_channel,
                                        f.tell_address, 0 as reported
                                    from case_follower f join grid_case c on c.id = f.case_id
                                    where c.case_number in (:numbers)
                                    order by 1, 5 desc, 2
                                    """)
                            .param("numbers", some)
                            .query(OccurrenceTable::concerned)
                            .list());
        }
        return all;
    }

    private static List<List<String>> portions(List<String> all) {
        var portions = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(from + PORTION, all.size())));
        }
        return portions;
    }

    private static Concerned concerned(ResultSet row, int n) throws SQLException {
        return new Concerned(
                row.getString("case_number"),
                row.getLong("person"),
                new Sender(row.getString("tell_channel"), row.getString("tell_address")),
                row.getInt("reported") == 1);
    }

    private static Occurrence occurrence(ResultSet row, int reopenings) throws SQLException {
        var reporter = row.getObject("reporter", Long.class);
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new Occurrence(
                row.getString("case_number"),
                row.getString("category"),
                row.getString("area"),
                row.getString("place"),
                latitude == null || longitude == null ? null : new Point(latitude, longitude),
                reporter == null ? row.getString("source") : "person " + reporter,
                reporter != null,
                Times.get(row, "reported_at"),
                reopenings);
    }
}
