package org.ximen.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code sign_up}. */
final class SignUpTable {
    private final JdbcClient client;

    /** One that begins, or begins anew. */
    record Begun(
            long activity,
            long person,
            SignUpState state,
            int seats,
            int turn,
            @Nullable Integer firstNumber) {}

    /** Something to tell whoever signed up. */
    record Untold(SignUp signUp, ActivityNews.Kind news, Instant since) {}

    SignUpTable(JdbcClient client) {
        this.client = client;
    }

    Optional<SignUp> find(long activity, long person) {
        return client.sql("select * from sign_up where activity = ? and person = ?")
                .params(activity, person)
                .query(SignUpTable::read)
                .optional();
    }

    Optional<SignUp> find(long id) {
        return client.sql("select * from sign_up where id = ?")
                .param(id)
                .query(SignUpTable::read)
                .optional();
    }

    /** Who signed up before and cancelled begins anew in the same row. */
    void begin(Begun begun, boolean anew, Instant now) {
        var sql =
                anew
                        ? """
                        update sign_up set state = :state, seats = :seats, turn = :turn,
                            first_number = :number, signed_at = :now, confirmed_at = :confirmed,
                            offered_until = null, reminded = false, told_at = :now,
                            attended = null
                        where activity = :activity and person = :person
                        """
                        : """
                        insert into sign_up (activity, person, state, seats, turn, first_number,
                            signed_at, confirmed_at, reminded, told_at)
                        values (:activity, :person, :state, :seats, :turn, :number,
                            :now, :confirmed, false, :now)
                        """;
        boolean confirmed = begun.state() == SignUpState.CONFIRMED;
        client.sql(sql)
                .param("activity", begun.activity())
                .param("person", begun.person())
                .param("state", begun.state().name())
                .param("seats", begun.seats())
                .param("turn", begun.turn())
                .param("number", begun.firstNumber())
                .param("now", Times.utc(now))
                .param("confirmed", confirmed ? Times.utc(now) : null)
                .update();
    }

    /**
     * What comes with a seat.
     *
     * @param firstNumber and {@code confirmedAt}: null leaves what is there
     * @param offeredUntil null where it is not offered
     */
    record SeatTerms(
            @Nullable Integer firstNumber,
            @Nullable Instant confirmedAt,
            @Nullable Instant offeredUntil) {
        static final SeatTerms NONE = new SeatTerms(null, null, null);

        static SeatTerms confirmed(int firstNumber, Instant now) {
            return new SeatTerms(firstNumber, now, null);
        }

        static SeatTerms offered(Instant until) {
            return new SeatTerms(null, null, until);
        }
    }

    /** False if the verb does not fit how it stands. */
    boolean move(long id, SignUpVerb verb, SeatTerms terms) {
        return client.sql(
                                """
                                update sign_up set state = :to, offered_until = :until,
                                    first_number = coalesce(cast(:number as integer), first_number),
                                    confirmed_at = coalesce(
                                        cast(:confirmed as timestamp with time zone), confirmed_at)
                                where id = :id and state in (:from)
                                """)
                        .param("to", verb.to().name())
                        .param("until", Times.utcOrNull(terms.offeredUntil()))
                        .param("number", terms.firstNumber())
                        .param("confirmed", Times.utcOrNull(terms.confirmedAt()))
                        .param("id", id)
                        .param("from", verb.from().stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    /** Seats that somebody holds. */
    int taken(long activity) {
        return client.sql(
                        """
                        select coalesce(sum(seats), 0) from sign_up
                        where activity = :activity and state in (:seated)
                        """)
                .param("activity", activity)
                .param("seated", SignUpState.SEATED.stream().map(Enum::name).toList())
                .query(Integer.class)
                .single();
    }

    /** How many seats are held, how many sign-ups wait, and how many there are. */
    record SeatCounts(int taken, int waiting, int signUps) {}

    /** By activity; nothing of those for which nobody signed up. */
    Map<Long, SeatCounts> counts(Collection<Long> some) {
        var counts = new HashMap<Long, SeatCounts>();
        client.sql(
                        """
                        select activity, count(*) as sign_ups,
                            sum(case when state in (:seated) then seats else 0 end) as taken,
                            sum(case when state = 'WAITING' then 1 else 0 end) as waiting
                        from sign_up where activity in (:some) and state <> 'CANCELLED'
                        group by activity
                        """)
                .param("seated", SignUpState.SEATED.stream().map(Enum::name).toList())
                .param("some", some.isEmpty() ? List.of(-1L) : List.copyOf(some))
                .query(row -> {
                    counts.put(
                            row.getLong("activity"),
                            new SeatCounts(
                                    row.getInt("taken"),
                                    row.getInt("waiting"),
                                    row.getInt("sign_ups")));
                });
        return counts;
    }

    /** How many wait whose turn is earlier; of many only that they are many. */
    long ahead(long activity, int turn) {
        return client.sql(
                        """
                        select count(*) from (select id from sign_up
                            where activity = ? and state = 'WAITING' and turn < ?
                            fetch first ? rows only) as earlier
                        """)
                .params(activity, turn, SignUpAnswer.MOST_AHEAD)
                .query(Long.class)
                .single();
    }

    /** The first who waits for no more seats than are free. */
    Optional<SignUp> next(long activity, int free) {
        return client.sql(
                        """
                        select * from sign_up
                        where activity = ? and state = 'WAITING' and seats <= ?
                        order by turn fetch first 1 rows only
                        """)
                .params(activity, free)
                .query(SignUpTable::read)
                .optional();
    }

    /** Confirmed ones by number, then those who are asked, then those who wait by turn. */
    List<SignUp> list(long activity, int from, int most) {
        return client.sql(
                        """
                        select * from sign_up where activity = ? and state <> 'CANCELLED'
                        order by case state when 'CONFIRMED' then 0 when 'OFFERED' then 1 else 2
                            end, first_number, turn
                        offset ? rows fetch first ? rows only
                        """)
                .params(activity, from, most)
                .query(SignUpTable::read)
                .list();
    }

    /** All of a person, the newest first. */
    List<SignUp> of(long person) {
        return client.sql("select * from sign_up where person = ? order by id desc")
                .param(person)
                .query(SignUpTable::read)
                .list();
    }

    /** Those who were offered a seat and did not answer yet. */
    List<SignUp> offered(long activity) {
        return client.sql(
                        """
                        select * from sign_up where activity = ? and state = 'OFFERED'
                        order by turn
                        """)
                .param(activity)
                .query(SignUpTable::read)
                .list();
    }

    /** Offers that nobody took in time, of what was not called off. */
    List<SignUp> lapsed(Instant now) {
        return client.sql(
                        """
                        select * from sign_up where state = 'OFFERED' and offered_until <= ?
                            and activity in (select id from activity where state = 'OPEN')
                        order by id
                        """)
                .param(Times.utc(now))
                .query(SignUpTable::read)
                .list();
    }

    /** Confirmed before an instant and not reminded. */
    List<SignUp> toRemind(long activity, Instant confirmedBefore) {
        return client.sql(
                        """
                        select * from sign_up where activity = ? and state = 'CONFIRMED'
                            and reminded = false and confirmed_at < ? order by id
                        """)
                .params(activity, Times.utc(confirmedBefore))
                .query(SignUpTable::read)
                .list();
    }

    /** False if it was before, or is not confirmed any more. */
    boolean reminded(long id) {
        return client.sql(
                                """
                                update sign_up set reminded = true
                                where id = ? and state = 'CONFIRMED' and reminded = false
                                """)
                        .param(id)
                        .update()
                == 1;
    }

    /**
     * Those of an activity that moved are reminded of the new day.
     *
     * @param over whether the hour to remind them is over, and the news of the move are enough
     */
    void remindAnew(long activity, boolean over) {
        client.sql("update sign_up set reminded = ? where activity = ?")
                .params(over, activity)
                .update();
    }

    /** Who signed up before there were news and was not told; of results only who has a seat. */
    List<Untold> untold(long after, int most) {
        return client.sql(
                        """
                        select s.*, a.news, a.news_at from sign_up s
                        join activity a on a.id = s.activity
                        where a.news is not null and s.told_at < a.news_at and s.id > :after
                            and s.person is not null and (s.state = 'CONFIRMED'
                                or a.news <> 'RESULT' and s.state in ('OFFERED', 'WAITING'))
                        order by s.id fetch first :most rows only
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, n) ->
                        new Untold(
                                read(row, n),
                                ActivityNews.Kind.valueOf(row.getString("news")),
                                Times.get(row, "news_at")))
                .list();
    }

    /** False if they were told by another machine, or cancelled. */
    boolean told(long id, Instant since) {
        return client.sql(
                                """
                                update sign_up set told_at = :since
                                where id = :id and told_at < :since and state <> 'CANCELLED'
                                """)
                        .param("since", Times.utc(since))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes who came, of those that were shown. */
    void attended(long activity, Collection<Long> shown, Collection<Long> came) {
        client.sql(
                        """
                        update sign_up set attended = case when id in (:came) then true
                            else false end
                        where activity = :activity and state = 'CONFIRMED' and id in (:shown)
                        """)
                .param("came", came.isEmpty() ? List.of(-1L) : List.copyOf(came))
                .param("shown", List.copyOf(shown))
                .param("activity", activity)
                .update();
    }

    /** What was counted stays. */
    void forget(long person) {
        client.sql("update sign_up set person = null where person = ?").param(person).update();
    }

    private static SignUp read(ResultSet row, int n) throws SQLException {
        return new SignUp(
                row.getLong("id"),
                row.getLong("activity"),
                row.getObject("person", Long.class),
                SignUpState.valueOf(row.getString("state")),
                row.getInt("seats"),
                row.getInt("turn"),
                row.getObject("first_number", Integer.class),
                Times.get(row, "signed_at"),
                Times.find(row, "offered_until"),
                row.getObject("attended", Boolean.class));
    }
}
