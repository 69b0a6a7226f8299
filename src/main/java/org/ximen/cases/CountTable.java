package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.db.Times;

/** Reads cases as figures count them: three looks at the database, however many there are. */
final class CountTable {
    private final Db db;

    CountTable(Db db) {
        this.db = db;
    }

    /** What the history of a case tells. */
    private record Course(
            @Nullable Instant handled,
            boolean dispatched,
            boolean returned,
            boolean redirected,
            boolean reopened) {
        static final Course NONE = new Course(null, false, false, false, false);
    }

    List<CaseCount> of(Where where, Instant now) {
        var courses = courses(where);
        var ratings = ratings(where);
        return db.client()
                .sql("select * from grid_case" + where.sql())
                .params(where.params())
                .query((row, n) -> {
                    long id = row.getLong("id");
                    var course = courses.getOrDefault(id, Course.NONE);
                    return count(row, course, ratings.getOrDefault(id, List.of()), now);
                })
                .list();
    }

    private static CaseCount count(ResultSet row, Course course, List<Rating> ratings, Instant now)
            throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var handled = course.handled();
        return new CaseCount(
                row.getString("area"),
                row.getString("category"),
                row.getString("department"),
                state == State.CLOSED,
                inTime(state, handled, Times.get(row, "deadline"), now),
                handled == null ? null : Duration.between(Times.get(row, "reported_at"), handled),
                course.dispatched(),
                course.returned(),
                course.redirected(),
                course.reopened(),
                ratings);
    }

    /** What still runs and is late already will not be in time. */
    private static @Nullable Boolean inTime(
            State state, @Nullable Instant handled, Instant deadline, Instant now) {
        if (state.ticking()) {
            return now.isAfter(deadline) ? Boolean.FALSE : null;
        }
        return handled == null || state == State.SUSPENDED ? null : !handled.isAfter(deadline);
    }

    /**
     * A case was sent to the wrong unit first where a unit returned it, the desk sent it elsewhere,
     * or its kind was put right while it was with a unit, unless that unit had accepted it and kept
     * it.
     */
    private Map<Long, Course> courses(Where where) {
        var courses = new HashMap<Long, Course>();
        db.client()
                .sql(
                        """
                        select case_id,
                            max(case when verb = 'HANDLE' and to_state = 'HANDLED'
                                then happened_at end) as handled_at,
                            sum(case when verb in ('DISPATCH', 'REDISPATCH')
                                then 1 else 0 end) as sent,
                            sum(case when verb = 'RETURN' then 1 else 0 end) as returned,
                            sum(case when verb in ('RETURN', 'REDISPATCH')
                                or verb = 'RECLASSIFY' and (from_state = 'DISPATCHED'
                                    or from_state = 'ACCEPTED' and to_state <> 'ACCEPTED')
                                then 1 else 0 end) as redirected,
                            sum(case when verb in ('REOPEN', 'APPEAL')
                                then 1 else 0 end) as reopened
                        from case_event where case_id in (select id from grid_case\
                        """
                                + where.sql()
                                + ") group by case_id")
                .params(where.params())
                .query(row -> {
                    courses.put(row.getLong("case_id"), course(row));
                });
        return courses;
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                Times.find(row, "handled_at"),
                row.getLong("sent") > 0,
                row.getLong("returned") > 0,
                row.getLong("redirected") > 0,
                row.getLong("reopened") > 0);
    }

    /** Those of reporters alone; who was erased is still counted. */
    private Map<Long, List<Rating>> ratings(Where where) {
        var ratings = new HashMap<Long, List<Rating>>();
        db.client()
                .sql(
                        "select r.* from case_rating r join grid_case c on c.id = r.case_id"
                                + " where (r.person is null or r.person = c.reporter)"
                                + " and r.case_id in (select id from grid_case"
                                + where.sql()
                                + ")")
                .params(where.params())
                .query(row -> {
                    ratings.computeIfAbsent(row.getLong("case_id"), id -> new ArrayList<>())
                            .add(RatingTable.rating(row, 0));
                });
        return ratings;
    }
}
