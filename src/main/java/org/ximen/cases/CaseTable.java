package org.ximen.cases;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.district.Place;
import org.ximen.text.Plain;

/** The rows of the cases. */
final class CaseTable {
    private static final String OVER = "('" + String.join("','", names(State::over)) + "')";

    private final Db db;
    private final CaseRows rows;
    private final EventTable events;
    private final PictureTable pictures;
    private final UnitTable units;

    CaseTable(Db db, CaseRows rows, EventTable events) {
        this.db = db;
        this.rows = rows;
        this.events = events;
        this.pictures = new PictureTable(db);
        this.units = new UnitTable(db);
    }

    private static List<String> names(Predicate<State> which) {
        return Arrays.stream(State.values()).filter(which).map(State::name).toList();
    }

    /** A new case; its id. */
    long insert(GridCase item, CaseNumber number, Filing filing) {
        var tell = filing.tell();
        var key = new GeneratedKeyHolder();
        var statement =
                db.client()
                        .sql(
                                """
                                insert into grid_case (case_number, reported_on, nth, reported_at,
                                    state, category, area, place, place_key, latitude, longitude,
                                    description, urgent, anonymous, guessed, place_guessed,
                                    department, limit_amount,
                                    limit_unit, clock_start, deadline, extensions,
                                    reporter, tell_channel, tell_address, forgotten, version,
                                    source, outside_number)
                                values (:number, :day, :nth, :at,
                                    :state, :category, :area, :place, :key, :lat, :lon,
                                    :description, :urgent, :anonymous, :guessed, :placeGuessed,
                                    :department, :amount,
                                    :unit, :start, :deadline, 0,
                                    :reporter, :channel, :address, false, 1,
                                    :source, :outside)
                                """)
                        .param("number", item.number())
                        .param("day", number.day())
                        .param("nth", number.nth())
                        .param("at", Times.utc(item.reportedAt()))
                        .param("reporter", filing.reporter())
                        .param("channel", tell == null ? null : tell.channel())
                        .param("address", tell == null ? null : tell.address())
                        .param("source", item.origin().source().name())
                        .param("outside", item.origin().outsideNumber())
                        .param("description", item.description())
                        .param("anonymous", item.anonymous());
        standing(statement, item.standing()).update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        pictures.add(id, item.photos(), filing.by());
        return id;
    }

    private static StatementSpec standing(StatementSpec statement, Standing standing) {
        var clock = standing.clock();
        return facts(statement, standing.facts())
                .param("state", standing.state().name())
                .param("department", standing.department())
                .param("amount", clock.limit().amount())
                .param("unit", clock.limit().unit().name())
                .param("start", Times.utc(clock.start()))
                .param("deadline", Times.utc(clock.deadline()));
    }

    private static StatementSpec facts(StatementSpec statement, CaseFacts facts) {
        var area = facts.area();
        var point = facts.point();
        return statement
                .param("category", facts.category().code())
                .param("guessed", facts.guessed())
                .param("area", area == null ? null : area.code())
                .param("place", facts.place())
                .param("key", key(facts.place()))
                .param("lat", point == null ? null : point.latitude())
                .param("lon", point == null ? null : point.longitude())
                .param("placeGuessed", facts.placeGuessed())
                .param("urgent", facts.urgent());
    }

    /** Others who add to the case wait until this transaction ends. */
    void hold(long id) {
        db.client().sql("update grid_case set version = version where id = ?").param(id).update();
    }

    /** Pictures that people of a case add, behind the ones it has. */
    void addPhotos(long id, List<String> photos) {
        pictures.add(id, photos, Actor.REPORTER);
    }

    /** Writes a move; false if somebody else moved the case meanwhile. */
    boolean update(Stored before, Standing after) {
        var outcome = after.outcome();
        var asked = after.extension();
        var statement =
                db.client()
                        .sql(
                                """
                                update grid_case set state = :state, department = :department,
                                    limit_amount = :amount, limit_unit = :unit,
                                    clock_start = :start, deadline = :deadline,
                                    paused_at = :paused, extensions = :extensions,
                                    outcome = :outcome, filing_condition = :condition,
                                    merged_into = :into, category = :category,
                                    guessed = :guessed, area = :area, place = :place,
                                    place_key = :key, latitude = :lat, longitude = :lon,
                                    place_guessed = :placeGuessed, urgent = :urgent,
                                    extension_asked_at = :askedAt,
                                    extension_asked_by = :askedBy,
                                    extension_reason = :askedWhy,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("paused", Times.utcOrNull(after.clock().pausedAt()))
                        .param("extensions", after.clock().extensions())
                        .param("outcome", outcome == null ? null : outcome.name())
                        .param("condition", after.condition())
                        .param("into", after.mergedInto())
                        .param("askedAt", asked == null ? null : Times.utc(asked.at()))
                        .param("askedBy", asked == null ? null : asked.by())
                        .param("askedWhy", asked == null ? null : asked.reason())
                        .param("id", before.id())
                        .param("version", before.version());
        return standing(statement, after).update() == 1;
    }

    /** Writes another place; false if somebody else moved the case meanwhile. */
    boolean relocate(Stored before, Place place) {
        var area = place.area();
        var point = place.point();
        return db.client()
                        .sql(
                                """
                                update grid_case set place = :place, place_key = :key,
                                    area = :area, latitude = :lat, longitude = :lon,
                                    place_guessed = false, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("place", place.text())
                        .param("key", key(place.text()))
                        .param("area", area == null ? null : area.code())
                        .param("lat", point == null ? null : point.latitude())
                        .param("lon", point == null ? null : point.longitude())
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    /** Writes another category with its department; false if somebody else was faster. */
    boolean resort(Stored before, Category category) {
        return db.client()
                        .sql(
                                """
                                update grid_case set category = :category, guessed = false,
                                    department = :department, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("category", category.code())
                        .param("department", category.department())
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    /** Marks a case as urgent; false if it was already. */
    boolean hurry(Stored before) {
        return db.client()
                        .sql(
                                """
                                update grid_case set urgent = true, version = version + 1
                                where id = :id and urgent = false
                                """)
                        .param("id", before.id())
                        .update()
                == 1;
    }

    Optional<Stored> find(String number) {
        return filled(
                        db.client()
                                .sql("select * from grid_case where case_number = :number")
                                .param("number", number)
                                .query(rows)
                                .list())
                .stream()
                .findFirst();
    }

    /** The number of the case that came with this outside number. */
    Optional<String> numberOf(CaseOrigin origin) {
        var outside = origin.outsideNumber();
        return outside == null
                ? Optional.empty()
                : db.client()
                        .sql(
                                """
                                select case_number from grid_case
                                where source = :source and outside_number = :outside
                                """)
                        .param("source", origin.source().name())
                        .param("outside", outside)
                        .query(String.class)
                        .optional();
    }

    /** Those of the ids, newest first. */
    List<Stored> get(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : query(" where id in (:ids) order by id desc", Map.of("ids", ids));
    }

    /** Those of the ids, in their order. */
    List<Stored> inOrder(List<Long> ids) {
        var found = get(ids).stream().collect(Collectors.toMap(Stored::id, each -> each));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Newest first. */
    List<Stored> of(long person) {
        return query(
                """
                 where reporter = :person
                    or id in (select case_id from case_follower where person = :person)
                order by id desc
                """,
                Map.of("person", person));
    }

    List<Stored> reportedBy(long person) {
        return query(" where reporter = :person order by id", Map.of("person", person));
    }

    /** Open cases of some categories between two instants, newest first. */
    List<Stored> openBetween(List<String> categories, Instant since, Instant until) {
        return query(
                " where category in (:categories) and reported_at >= :since"
                        + " and reported_at <= :until and state not in "
                        + OVER
                        + " order by id desc",
                Map.of(
                        "categories",
                        categories,
                        "since",
                        Times.utc(since),
                        "until",
                        Times.utc(until)));
    }

    /** Hides who reported a case, also in its words. */
    void hide(long id, String description) {
        db.client()
                .sql(
                        """
                        update grid_case set anonymous = true, description = :description,
                            version = version + 1 where id = :id
                        """)
                .param("id", id)
                .param("description", description)
                .update();
    }

    /** Cuts a case from its reporter. */
    void unlink(long id) {
        db.client()
                .sql(
                        """
                        update grid_case set reporter = null, tell_channel = null,
                            tell_address = null, forgotten = true where id = :id
                        """)
                .param("id", id)
                .update();
    }

    /** Replaces the words of a case. */
    void rewrite(long id, String description) {
        db.client()
                .sql("update grid_case set description = :description where id = :id")
                .param("description", description)
                .param("id", id)
                .update();
    }

    /** Clears the exact place. */
    void blur(long id) {
        db.client()
                .sql(
                        """
                        update grid_case set place = '', place_key = '', latitude = null,
                            longitude = null where id = :id
                        """)
                .param("id", id)
                .update();
    }

    /** Lets go of the pictures that people of the case sent. */
    void dropReportedPhotos(long id) {
        pictures.dropReported(id);
    }

    /** Lets go of all pictures; returns those of staff. */
    List<String> dropPhotos(long id) {
        return pictures.drop(id);
    }

    /** Place words as they are compared. */
    static String key(String place) {
        return Plain.comparable(place).replace(" ", "");
    }

    private List<Stored> query(String rest, Map<String, ?> params) {
        return filled(
                db.client()
                        .sql("select * from grid_case" + rest)
                        .params(params)
                        .query(rows)
                        .list());
    }

    private List<Stored> filled(List<Stored> found) {
        if (found.isEmpty()) {
            return found;
        }
        var ids = found.stream().map(Stored::id).toList();
        var photos = pictures.of(ids);
        var helping = units.of(ids);
        var history = events.of(ids);
        return found.stream()
                .map(each ->
                        each.with(
                                each.item()
                                        .with(
                                                photos.getOrDefault(each.id(), List.of()),
                                                helping.getOrDefault(each.id(), List.of()),
                                                history.getOrDefault(each.id(), List.of()))))
                .toList();
    }
}
