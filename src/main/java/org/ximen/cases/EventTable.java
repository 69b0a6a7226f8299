package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.district.Point;

/**
 * The history of the cases; only ever added to, but for the erasure of a person. What is internal
 * is read only where it was asked for, so that it cannot be shown by mistake.
 */
final class EventTable {
    private final Db db;
    private final boolean forStaff;

    EventTable(Db db) {
        this(db, false);
    }

    private EventTable(Db db, boolean forStaff) {
        this.db = db;
        this.forStaff = forStaff;
    }

    /** The history with what only staff may read. */
    static EventTable forStaff(Db db) {
        return new EventTable(db, true);
    }

    void add(long caseId, Event event) {
        var verb = event.verb();
        var from = event.from();
        var point = event.point();
        db.client()
                .sql(
                        """
                        insert into case_event
                            (case_id, happened_at, who, verb, from_state, to_state, note,
                                internal, latitude, longitude)
                        values (:case, :at, :who, :verb, :from, :to, :note, :internal,
                            :lat, :lon)
                        """)
                .param("case", caseId)
                .param("at", Times.utc(event.at()))
                .param("who", event.who())
                .param("verb", verb == null ? null : verb.name())
                .param("from", from == null ? null : from.name())
                .param("to", event.to().name())
                .param("note", event.note())
                .param("internal", event.internal())
                .param("lat", point == null ? null : point.latitude())
                .param("lon", point == null ? null : point.longitude())
                .update();
    }

    /**
     * Empties what people of the case wrote, staff of them, and where it was; that they wrote
     * stays.
     */
    void wipeWords(long caseId) {
        db.client()
                .sql(
                        """
                        update case_event set note = null
                        where case_id = :case
                            and (who = :who or internal = true or verb in ('RELOCATE', 'SPLIT'))
                        """)
                .param("case", caseId)
                .param("who", Actor.REPORTER)
                .update();
        db.client()
                .sql("update case_event set latitude = null, longitude = null where case_id = ?")
                .param(caseId)
                .update();
    }

    /** Case id → its history, oldest first. */
    Map<Long, List<Event>> of(List<Long> cases) {
        var histories = new HashMap<Long, List<Event>>();
        db.client()
                .sql(
                        "select * from case_event where case_id in (:cases)"
                                + (forStaff ? "" : " and internal = false")
                                + " order by id")
                .param("cases", cases)
                .query(row -> {
                    histories
                            .computeIfAbsent(row.getLong("case_id"), id -> new ArrayList<>())
                            .add(event(row));
                });
        return histories;
    }

    private static Event event(ResultSet row) throws SQLException {
        var verb = row.getString("verb");
        var from = row.getString("from_state");
        return new Event(
                Times.get(row, "happened_at"),
                row.getString("who"),
                verb == null ? null : Verb.valueOf(verb),
                from == null ? null : State.valueOf(from),
                State.valueOf(row.getString("to_state")),
                row.getString("note"),
                row.getBoolean("internal"),
                point(row));
    }

    private static @Nullable Point point(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Point(latitude, longitude);
    }
}
