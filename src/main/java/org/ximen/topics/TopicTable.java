package org.ximen.topics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.cases.CodeTable;
import org.ximen.db.Times;
import org.ximen.district.District;
import org.ximen.topics.CaseTopic.TopicDecision;
import org.ximen.topics.CaseTopic.TopicEnding;

/** Tables {@code topic} and {@code topic_round}. */
final class TopicTable {
    private static final double TEN_METRES = 10_000;

    private final JdbcClient client;
    private final TopicRows rows;

    /** A topic as kept, with the spot that new cases are held against. */
    record Kept(CaseTopic topic, CaseSpot spot) {
        long id() {
            return topic.id();
        }

        boolean is(TopicState state) {
            return topic.state() == state;
        }

        /** Whether something of this category at this spot belongs to it. */
        boolean holds(String category, CaseSpot other) {
            return topic.category().code().equals(category)
                    && (topic.streetWide() || spot.near(other));
        }
    }

    /**
     * A sign that was found.
     *
     * @param spot null for the whole street
     * @param median of a week; of the whole street alone
     */
    record Sign(
            String category,
            @Nullable CaseSpot spot,
            Recurrence counted,
            @Nullable Integer median) {}

    TopicTable(JdbcClient client, CodeTable codeTable, District district) {
        this.client = client;
        this.rows = new TopicRows(codeTable, district);
    }

    long add(Sign sign, Instant now) {
        var key = new GeneratedKeyHolder();
        bound(
                        client.sql(
                                """
                                insert into topic (state, category, street_wide, area, street,
                                    lane, house, estate, latitude, longitude, cases, people, days,
                                    reopenings, weekly_median, found_at, counted_at,
                                    ownerless_told, review_told)
                                values ('CANDIDATE', :category, :wide, :area, :street,
                                    :lane, :house, :estate, :lat, :lon, :cases, :people, :days,
                                    :reopenings, :median, :now, :now, false, false)
                                """),
                        sign,
                        now)
                .param("category", sign.category())
                .param("wide", sign.spot() == null)
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** Writes how a sign was counted last, and around which spot. */
    void count(long id, Sign sign, Instant now) {
        bound(
                        client.sql(
                                """
                                update topic set area = :area, street = :street, lane = :lane,
                                    house = :house, estate = :estate, latitude = :lat,
                                    longitude = :lon, cases = :cases, people = :people,
                                    days = :days, reopenings = :reopenings,
                                    weekly_median = :median, counted_at = :now
                                where id = :id and state = 'CANDIDATE'
                                """),
                        sign,
                        now)
                .param("id", id)
                .update();
    }

    private static StatementSpec bound(StatementSpec statement, Sign sign, Instant now) {
        var spot = sign.spot() == null ? CaseSpot.NOWHERE : sign.spot();
        var point = spot.point();
        var counted = sign.counted();
        return statement
                .param("area", spot.area())
                .param("street", spot.street())
                .param("lane", spot.lane())
                .param("house", spot.house())
                .param("estate", spot.estate())
                .param("lat", point == null ? null : rounded(point.latitude()))
                .param("lon", point == null ? null : rounded(point.longitude()))
                .param("cases", counted.cases())
                .param("people", counted.people())
                .param("days", counted.days())
                .param("reopenings", counted.reopenings())
                .param("median", sign.median())
                .param("now", Times.utc(now));
    }

    // Some ten metres: enough for a spot, and nobody's door.
    private static double rounded(double degrees) {
        return Math.round(degrees * TEN_METRES) / TEN_METRES;
    }

    /** Writes how an open topic stands. */
    void recount(long id, Recurrence counted, Instant now) {
        client.sql(
                        """
                        update topic set cases = :cases, people = :people, days = :days,
                            reopenings = :reopenings, counted_at = :now
                        where id = :id
                        """)
                .param("cases", counted.cases())
                .param("people", counted.people())
                .param("days", counted.days())
                .param("reopenings", counted.reopenings())
                .param("now", Times.utc(now))
                .param("id", id)
                .update();
    }

    /** Drops the signs of a category that were not seen again since an instant. */
    void fade(String category, Instant since) {
        client.sql(
                        """
                        delete from topic where state = 'CANDIDATE' and category = :category
                            and counted_at < :since
                        """)
                .param("category", category)
                .param("since", Times.utc(since))
                .update();
    }

    Optional<Kept> find(long id) {
        return client.sql("select * from topic where id = ?").param(id).query(rows).optional();
    }

    /** What is or was something of a category, oldest first. */
    List<Kept> of(String category) {
        return client.sql("select * from topic where category = ? order by id")
                .param(category)
                .query(rows)
                .list();
    }

    /** All in a state; what comes back most first. */
    List<Kept> in(TopicState state) {
        return client.sql(
                        """
                        select * from topic where state = ?
                        order by people desc, cases desc, reopenings desc, id
                        """)
                .param(state.name())
                .query(rows)
                .list();
    }

    /** Where something of a category could belong: what is open, and what was merged into it. */
    List<Kept> watched(String category) {
        return client.sql(
                        """
                        select * from topic t where category = :category and (state = 'OPEN'
                            or state = 'MERGED' and exists (select 1 from topic whole
                                where whole.id = t.merged_into and whole.state = 'OPEN'))
                        order by street_wide, id
                        """)
                .param("category", category)
                .query(rows)
                .list();
    }

    List<String> signedCategories() {
        return client.sql("select distinct category from topic where state = 'CANDIDATE'")
                .query(String.class)
                .list();
    }

    /** False if it is no longer in that state. */
    boolean decide(
            long id,
            TopicState from,
            TopicState to,
            TopicDecision decision,
            @Nullable Long mergedInto) {
        return client.sql(
                                """
                                update topic set state = :to, decided_at = :at, decided_by = :by,
                                    reason = :reason, merged_into = :into
                                where id = :id and state = :from
                                """)
                        .param("to", to.name())
                        .param("at", Times.utc(decision.at()))
                        .param("by", decision.by())
                        .param("reason", decision.reason())
                        .param("into", mergedInto)
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** What was merged into one belongs to another now. */
    void remerge(long one, long other) {
        client.sql("update topic set merged_into = :other where merged_into = :one")
                .param("one", one)
                .param("other", other)
                .update();
    }

    /** Another day of review is told of anew. */
    void plan(long id, TopicPlan plan) {
        client.sql(
                        """
                        update topic set owner = :owner, cause = :cause,
                            review_told = case when review_on = :review then review_told
                                else false end,
                            review_on = :review
                        where id = :id
                        """)
                .param("owner", plan.owner())
                .param("cause", plan.cause())
                .param("review", plan.reviewOn())
                .param("id", id)
                .update();
    }

    /** False if it is not open. */
    boolean end(long id, TopicEnding ending) {
        return client.sql(
                                """
                                update topic set state = 'ENDED', ended_at = :at, result = :result
                                where id = :id and state = 'OPEN'
                                """)
                        .param("at", Times.utc(ending.at()))
                        .param("result", ending.result())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Open ones without an owner since an instant, of which nobody was told. */
    List<Kept> ownerless(Instant before) {
        return client.sql(
                        """
                        select * from topic where state = 'OPEN' and owner is null
                            and ownerless_told = false and decided_at <= ? order by id
                        """)
                .param(Times.utc(before))
                .query(rows)
                .list();
    }

    void ownerlessTold(long id) {
        client.sql("update topic set ownerless_told = true where id = ?").param(id).update();
    }

    /** Open ones that are to be reviewed by a day, of which nobody was told. */
    List<Kept> toReview(LocalDate day) {
        return client.sql(
                        """
                        select * from topic where state = 'OPEN' and review_on <= ?
                            and review_told = false order by id
                        """)
                .param(day)
                .query(rows)
                .list();
    }

    void reviewTold(long id) {
        client.sql("update topic set review_told = true where id = ?").param(id).update();
    }

    /** The day of the last search for signs. */
    LocalDate lastRound() {
        return client.sql("select last_day from topic_round where id = 1")
                .query((row, n) -> row.getObject("last_day", LocalDate.class))
                .single();
    }

    void round(LocalDate day) {
        client.sql("update topic_round set last_day = ? where id = 1").param(day).update();
    }
}
