package org.ximen.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.ximen.db.Times;
import org.ximen.opinions.Opinion.Addition;
import org.ximen.opinions.Opinion.Kind;
import org.ximen.opinions.Opinion.Publishing;
import org.ximen.opinions.Opinion.Result;
import org.ximen.opinions.Opinion.Settled;
import org.ximen.opinions.Opinion.State;
import org.ximen.workdays.WorkCalendar;

/** Tables {@code opinion}, {@code opinion_addition} and {@code opinion_counter}. */
final class OpinionTable {
    private final JdbcClient client;

    /**
     * What only suggestions have.
     *
     * @param remind when the desk is reminded of it
     */
    record Term(OpinionNumber number, Instant due, Instant remind) {}

    OpinionTable(JdbcClient client) {
        this.client = client;
    }

    /** Holds the row until the transaction ends; after a clock that ran ahead its day stays. */
    OpinionNumber number(LocalDate day) {
        client.sql(
                        """
                        update opinion_counter
                        set nth = case when last_day < cast(:day as date) then 1 else nth + 1 end,
                            last_day = greatest(last_day, cast(:day as date))
                        where id = 1
                        """)
                .param("day", day)
                .update();
        return client.sql("select last_day, nth from opinion_counter where id = 1")
                .query((row, n) ->
                        new OpinionNumber(
                                row.getObject("last_day", LocalDate.class), row.getInt("nth")))
                .single();
    }

    long add(NewOpinion opinion, long person, @Nullable Term term, Instant now) {
        var key = new GeneratedKeyHolder();
        client.sql(
                        """
                        insert into opinion (kind, opinion_number, person, words, place, area,
                            state, taken_at, due_at, remind_at, reminded)
                        values (:kind, :number, :person, :words, :place, :area,
                            'OPEN', :now, :due, :remind, false)
                        """)
                .param("kind", opinion.kind().name())
                .param("number", term == null ? null : term.number().toString())
                .param("person", person)
                .param("words", opinion.words())
                .param("place", opinion.place())
                .param("area", opinion.area())
                .param("now", Times.utc(now))
                .param("due", Times.utcOrNull(term == null ? null : term.due()))
                .param("remind", Times.utcOrNull(term == null ? null : term.remind()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** False if it is not the person's, or no longer open. */
    boolean addWords(long opinion, long person, String words, Instant now) {
        return client.sql(
                                """
                                insert into opinion_addition (opinion, words, added_at)
                                select id, :words, :now from opinion
                                where id = :id and person = :person and state = 'OPEN'
                                """)
                        .param("words", words)
                        .param("now", Times.utc(now))
                        .param("id", opinion)
                        .param("person", person)
                        .update()
                == 1;
    }

    Optional<Opinion> find(long id) {
        return client.sql("select * from opinion where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    Optional<Opinion> find(String number, long person) {
        return client.sql("select * from opinion where opinion_number = ? and person = ?")
                .params(number, person)
                .query(this::read)
                .optional();
    }

    List<Opinion> of(long person) {
        return client.sql("select * from opinion where person = ? order by id desc")
                .param(person)
                .query(this::read)
                .list();
    }

    List<Opinion> page(@Nullable Kind kind, @Nullable State state, int page, int size) {
        return client.sql(
                        "select * from opinion where 0 = 0"
                                + (kind == null ? "" : " and kind = :kind")
                                + (state == null ? "" : " and state = :state")
                                + """
                                 order by case when state = 'OPEN' then 0 else 1 end,
                                    case when state = 'OPEN' and due_at is null then 1 else 0 end,
                                    case when state = 'OPEN' then due_at end,
                                    settled_at desc, id
                                limit :size offset :skipped
                                """)
                .param("kind", kind == null ? "" : kind.name())
                .param("state", state == null ? "" : state.name())
                .param("skipped", page * size)
                .param("size", size)
                .query(this::read)
                .list();
    }

    long countOpen() {
        return client.sql("select count(*) from opinion where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** False if it is no longer open. */
    boolean settle(long id, State to, Settled settled) {
        var result = settled.result();
        return client.sql(
                                """
                                update opinion set state = :state, result = :result,
                                    reason = :reason, department = :department,
                                    settled_by = :by, settled_at = :at
                                where id = :id and state = 'OPEN'
                                """)
                        .param("state", to.name())
                        .param("result", result == null ? null : result.name())
                        .param("reason", settled.reason())
                        .param("department", settled.department())
                        .param("by", settled.by())
                        .param("at", Times.utc(settled.at()))
                        .param("id", id)
                        .update()
                == 1;
    }

    List<Opinion> toRemind(Instant now) {
        return client.sql(
                        """
                        select * from opinion
                        where state = 'OPEN' and reminded = false and remind_at <= ? order by due_at
                        """)
                .param(Times.utc(now))
                .query(this::read)
                .list();
    }

    /** False if it was settled or reminded of meanwhile. */
    boolean reminded(long id) {
        return client.sql(
                                """
                                update opinion set reminded = true
                                where id = ? and state = 'OPEN' and reminded = false
                                """)
                        .param(id)
                        .update()
                == 1;
    }

    /** False if it is not the person's, or was not adopted. */
    boolean allow(long id, long person, boolean may) {
        return client.sql(
                                """
                                update opinion set may_publish = :may,
                                    published_words =
                                        case when :may then published_words else null end,
                                    published_at = case when :may then published_at else null end
                                where id = :id and person = :person
                                    and result in ('ADOPTED', 'PARTLY_ADOPTED')
                                """)
                        .param("may", may)
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    /** False if its author does not allow it (any more). */
    boolean publish(long id, String words, Instant now) {
        return client.sql(
                                """
                                update opinion set published_words = ?, published_at = ?
                                where id = ? and may_publish = true
                                    and result in ('ADOPTED', 'PARTLY_ADOPTED')
                                """)
                        .params(words, Times.utc(now), id)
                        .update()
                == 1;
    }

    /** False if it is not published. */
    boolean unpublish(long id) {
        return client.sql(
                                """
                                update opinion set published_words = null, published_at = null
                                where id = ? and published_at is not null
                                """)
                        .param(id)
                        .update()
                == 1;
    }

    /** Adopted suggestions that everybody may read, the newest first. */
    List<PublicSuggestion> published(int most) {
        return client.sql(
                        """
                        select published_words, result, settled_at from opinion
                        where published_at is not null and may_publish = true
                        order by settled_at desc, id desc limit ?
                        """)
                .param(most)
                .query((row, n) ->
                        new PublicSuggestion(
                                row.getString("published_words"),
                                Result.valueOf(row.getString("result")),
                                LocalDate.ofInstant(
                                        Times.get(row, "settled_at"), WorkCalendar.ZONE)))
                .list();
    }

    /** Those received or answered within that time, oldest first, without what was added. */
    List<Opinion> suggestions(Instant from, Instant to) {
        return client.sql(
                        """
                        select * from opinion where kind = 'SUGGESTION'
                            and (taken_at >= :from and taken_at < :to
                                or settled_at >= :from and settled_at < :to)
                        order by id
                        """)
                .param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .query(OpinionTable::readBare)
                .list();
    }

    /** How much praise was passed on to whom within that time, the most first. */
    List<OpinionReport.UnitPraise> praise(Instant from, Instant to) {
        return client.sql(
                        """
                        select department, count(*) as passed from opinion
                        where kind = 'PRAISE' and settled_at >= :from and settled_at < :to
                        group by department order by passed desc, department
                        """)
                .param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .query((row, n) ->
                        new OpinionReport.UnitPraise(
                                row.getString("department"), row.getLong("passed")))
                .list();
    }

    long openPraise() {
        return client.sql("select count(*) from opinion where kind = 'PRAISE' and state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** What was passed on to a department since then, the newest first. */
    List<Opinion> praiseOf(String department, Instant since, int most) {
        return client.sql(
                        """
                        select * from opinion where kind = 'PRAISE' and department = ?
                            and settled_at >= ? order by settled_at desc, id desc limit ?
                        """)
                .params(department, Times.utc(since), most)
                .query(this::read)
                .list();
    }

    void delete(long person) {
        client.sql("delete from opinion where person = ?").param(person).update();
    }

    int deleteSettled(Instant before) {
        return client.sql("delete from opinion where settled_at < ?")
                .param(Times.utc(before))
                .update();
    }

    private List<Addition> additions(long opinion) {
        return client.sql("select * from opinion_addition where opinion = ? order by id")
                .param(opinion)
                .query((row, n) -> new Addition(row.getString("words"), Times.get(row, "added_at")))
                .list();
    }

    private Opinion read(ResultSet row, int n) throws SQLException {
        return read(row, additions(row.getLong("id")));
    }

    private static Opinion readBare(ResultSet row, int n) throws SQLException {
        return read(row, List.of());
    }

    private static Opinion read(ResultSet row, List<Addition> additions) throws SQLException {
        return new Opinion(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("opinion_number"),
                row.getLong("person"),
                row.getString("words"),
                additions,
                row.getString("place"),
                row.getString("area"),
                State.valueOf(row.getString("state")),
                Times.get(row, "taken_at"),
                Times.find(row, "due_at"),
                settled(row),
                new Publishing(
                        row.getObject("may_publish", Boolean.class),
                        row.getString("published_words")));
    }

    private static @Nullable Settled settled(ResultSet row) throws SQLException {
        var at = Times.find(row, "settled_at");
        var result = row.getString("result");
        return at == null
                ? null
                : new Settled(
                        result == null ? null : Result.valueOf(result),
                        row.getString("reason"),
                        row.getString("department"),
                        row.getString("settled_by"),
                        at);
    }
}
