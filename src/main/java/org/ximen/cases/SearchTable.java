package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Looks through {@code grid_case} for lists and figures; never reads more than it shows. */
final class SearchTable {
    private static final int NEWEST = 3_000;
    private static final int FEW = 7;
    private static final String ALL = "grid_case";
    private static final String AMONG_NEWEST =
            "(select * from grid_case order by id desc limit :newest) grid_case";

    private final Db db;
    private final int newest;

    SearchTable(Db db) {
        this(db, NEWEST);
    }

    /**
     * @param newest where there are far more cases than so many, the newest are looked for among
     *     them first
     */
    SearchTable(Db db, int newest) {
        this.db = db;
        this.newest = newest;
    }

    /** Ids in an order. */
    List<Long> page(Where where, CaseOrder order, int skipped, int size) {
        // Of 90,000 that match HSQLDB reads and sorts every one to show the newest fifty.
        if (order.equals(CaseOrder.NEWEST) && skipped + size <= newest && areMany()) {
            var page = page(AMONG_NEWEST, where, order, skipped, size);
            if (page.size() == size) {
                return page;
            }
        }
        return page(ALL, where, order, skipped, size);
    }

    private List<Long> page(String from, Where where, CaseOrder order, int skipped, int size) {
        return db.client()
                .sql(
                        "select id from "
                                + from
                                + where.sql()
                                + order.sql()
                                + " limit :size offset :skipped")
                .params(where.params())
                .param("newest", newest)
                .param("size", size)
                .param("skipped", skipped)
                .query(Long.class)
                .list();
    }

    private boolean areMany() {
        var last = db.client().sql("select max(id) from grid_case").query(Long.class).optional();
        return last.filter(id -> id > (long) FEW * newest).isPresent();
    }

    /** How many there are, counted no further than {@code most}. */
    long count(Where where, int most) {
        return db.client()
                .sql(
                        "select count(*) from (select id from grid_case"
                                + where.sql()
                                + " limit :most) counted")
                .params(where.params())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    Map<State, Long> byState(Where where) {
        var counts = new EnumMap<State, Long>(State.class);
        db.client()
                .sql("select state, count(*) as n from grid_case" + where.sql() + " group by state")
                .params(where.params())
                .query(row -> {
                    counts.put(State.valueOf(row.getString("state")), row.getLong("n"));
                });
        return counts;
    }

    /** Cases per day, area and category. */
    List<Tally> tallies(Where where) {
        return db.client()
                .sql(
                        "select reported_on, area, category, count(*) as n from grid_case"
                                + where.sql()
                                + " group by reported_on, area, category")
                .params(where.params())
                .query(SearchTable::tally)
                .list();
    }

    /** Cases with a known point, newest first. */
    List<Pin> pins(Where where, Instant now, int most) {
        return db.client()
                .sql(
                        "select case_number, state, category, place, latitude, longitude, deadline"
                                + " from grid_case"
                                + where.sql()
                                + " and latitude is not null order by id desc limit :most")
                .params(where.params())
                .param("most", most)
                .query((row, n) -> pin(row, now))
                .list();
    }

    private static Tally tally(ResultSet row, int n) throws SQLException {
        @Nullable String area = row.getString("area");
        return new Tally(
                row.getObject("reported_on", LocalDate.class),
                area == null ? "" : area,
                row.getString("category"),
                row.getLong("n"));
    }

    private static Pin pin(ResultSet row, Instant now) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        return new Pin(
                row.getString("case_number"),
                state,
                row.getString("category"),
                row.getString("place"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                state.ticking() && now.isAfter(Times.get(row, "deadline")));
    }
}
