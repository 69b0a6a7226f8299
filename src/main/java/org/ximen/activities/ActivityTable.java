package org.ximen.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;

/** Table {@code activity}. */
final class ActivityTable {
    private final JdbcClient client;

    ActivityTable(JdbcClient client) {
        this.client = client;
    }

    long add(@Nullable Long notice, ActivityPlan plan, String by, Instant now) {
        var key = new GeneratedKeyHolder();
        bound(
                        client.sql(
                                """
                                insert into activity (notice, state, title, about, contest, place,
                                    begins_at, ends_at, last_day, seats, seats_each, turns,
                                    numbers, written_by, written_at)
                                values (:notice, 'OPEN', :title, :about, :contest, :place,
                                    :begins, :ends, :lastDay, :seats, :each, 0, 0, :by, :now)
                                """),
                        plan)
                .param("notice", notice)
                .param("by", by)
                .param("now", Times.utc(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    void change(long id, ActivityPlan plan) {
        bound(
                        client.sql(
                                """
                                update activity set title = :title, about = :about,
                                    contest = :contest, place = :place, begins_at = :begins,
                                    ends_at = :ends, last_day = :lastDay, seats = :seats,
                                    seats_each = :each
                                where id = :id
                                """),
                        plan)
                .param("id", id)
                .update();
    }

    private static StatementSpec bound(StatementSpec statement, ActivityPlan plan) {
        return statement
                .param("title", plan.title())
                .param("about", plan.about())
                .param("contest", plan.contest())
                .param("place", plan.place())
                .param("begins", Times.utc(plan.begins()))
                .param("ends", Times.utcOrNull(plan.ends()))
                .param("lastDay", plan.lastDay())
                .param("seats", plan.seats())
                .param("each", plan.seatsEach());
    }

    /** Only before anybody could sign up. */
    void delete(long notice) {
        client.sql("delete from activity where notice = ?").param(notice).update();
    }

    Optional<Activity> find(long id) {
        return client.sql("select * from activity where id = ?")
                .param(id)
                .query(ActivityTable::read)
                .optional();
    }

    Optional<Activity> ofNotice(long notice) {
        return client.sql("select * from activity where notice = ?")
                .param(notice)
                .query(ActivityTable::read)
                .optional();
    }

    /** The newest first. */
    List<Activity> list(int most) {
        return client.sql(
                        "select * from activity order by begins_at desc, id desc"
                                + " fetch first ? rows only")
                .param(most)
                .query(ActivityTable::read)
                .list();
    }

    /** Those that begin later, called off or not, the next first. */
    List<Activity> coming(Instant now) {
        return client.sql("select * from activity where begins_at > ? order by begins_at, id")
                .param(Times.utc(now))
                .query(ActivityTable::read)
                .list();
    }

    /** Holds the row until the transaction is kept, and gives the next turn; empty if none. */
    Optional<Integer> lock(long id) {
        int held =
                client.sql("update activity set turns = turns + 1 where id = ?").param(id).update();
        return held == 0
                ? Optional.empty()
                : client.sql("select turns from activity where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .optional();
    }

    /** The first of so many numbers, which are never given again; under {@link #lock}. */
    int number(long id, int count) {
        client.sql("update activity set numbers = numbers + ? where id = ?")
                .params(count, id)
                .update();
        int last =
                client.sql("select numbers from activity where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single();
        return last - count + 1;
    }

    void cancel(long id, String reason) {
        client.sql("update activity set state = 'CANCELLED', reason = ? where id = ?")
                .params(reason, id)
                .update();
    }

    void result(long id, String result) {
        client.sql("update activity set result = ? where id = ?").params(result, id).update();
    }

    /** From now on there is something to tell those who signed up before. */
    void news(long id, ActivityNews.Kind kind, Instant now) {
        client.sql("update activity set news = ?, news_at = ? where id = ?")
                .params(kind.name(), Times.utc(now), id)
                .update();
    }

    static Activity read(ResultSet row, int n) throws SQLException {
        return new Activity(
                row.getLong("id"),
                row.getObject("notice", Long.class),
                ActivityState.valueOf(row.getString("state")),
                new ActivityPlan(
                        row.getString("title"),
                        row.getString("about"),
                        row.getString("contest"),
                        row.getString("place"),
                        Times.get(row, "begins_at"),
                        Times.find(row, "ends_at"),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("seats", Integer.class),
                        row.getInt("seats_each")),
                row.getString("written_by"),
                row.getString("reason"),
                row.getString("result"));
    }
}
