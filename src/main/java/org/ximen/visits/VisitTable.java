package org.ximen.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ximen.db.Times;

/** Table {@code visit}. */
final class VisitTable {
    private static final String COUNTS =
            """
             count(*) as visits,
                sum(case when outcome = 'MET' then 1 else 0 end) as met,
                sum(case when outcome = 'NOBODY_HOME' then 1 else 0 end) as nobody_home,
                sum(case when outcome = 'REFUSED' then 1 else 0 end) as refused,
                sum(case when had_case then 1 else 0 end) as cases,
                sum(case when had_suggestion then 1 else 0 end) as suggestions
            from visit where visited_at >= :from and visited_at < :to
            """;

    private final JdbcClient client;

    VisitTable(JdbcClient client) {
        this.client = client;
    }

    /** Adds it. */
    void add(VisitSubject subject, String key, Visit visit, VisitPrint print, Instant now) {
        client.sql(
                        """
                        insert into visit (form_key, subject_id, kind, area, visitor, outcome,
                            visited_at, recorded_at, note, case_number, opinion_id, had_case,
                            had_suggestion, print, errand_print)
                        values (:key, :subject, :kind, :area, :visitor, :outcome,
                            :at, :now, :note, :number, :opinion, :hadCase,
                            :hadSuggestion, :print, :errandPrint)
                        """)
                .param("key", key)
                .param("subject", subject.id())
                .param("kind", subject.kind())
                .param("area", subject.area())
                .param("visitor", visit.visitor())
                .param("outcome", visit.outcome().name())
                .param("at", Times.utc(visit.visitedAt()))
                .param("now", Times.utc(now))
                .param("note", visit.note())
                .param("number", visit.caseNumber())
                .param("opinion", visit.opinion())
                .param("hadCase", visit.caseNumber() != null)
                .param("hadSuggestion", visit.opinion() != null)
                .param("print", print.form())
                .param("errandPrint", print.errand())
                .update();
    }

    Optional<Visit> byKey(String key) {
        return client.sql("select * from visit where form_key = ?")
                .param(key)
                .query(VisitTable::read)
                .optional();
    }

    /** Whether this is what was sent with that key. */
    boolean isSame(String key, VisitPrint print) {
        return client.sql("select count(*) from visit where form_key = ? and print = ?")
                        .params(key, print.form())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Number of the case that the same errand became there since. */
    Optional<String> filed(long subject, VisitPrint print, Instant since) {
        var errand = print.errand();
        return errand == null
                ? Optional.empty()
                : client.sql(
                                """
                                select case_number from visit
                                where subject_id = ? and errand_print = ? and recorded_at > ?
                                    and case_number is not null
                                order by id desc limit 1
                                """)
                        .params(subject, errand, Times.utc(since))
                        .query(String.class)
                        .optional();
    }

    void outcome(long id, VisitOutcome outcome) {
        client.sql("update visit set outcome = ? where id = ?").params(outcome.name(), id).update();
    }

    /** The newest first. */
    List<Visit> of(long subject, int most) {
        return client.sql(
                        """
                        select * from visit where subject_id = ?
                        order by visited_at desc, id desc limit ?
                        """)
                .params(subject, most)
                .query(VisitTable::read)
                .list();
    }

    /**
     * By who went and where, the most first.
     *
     * @param areas codes; null for all
     */
    List<VisitCount> counts(Instant from, Instant to, @Nullable Set<String> areas) {
        return counted(
                "select visitor, area,",
                " group by visitor, area order by visits desc, visitor, area",
                from,
                to,
                areas);
    }

    /** By where alone. */
    List<VisitCount> byArea(Instant from, Instant to, @Nullable Set<String> areas) {
        return counted(
                "select '' as visitor, area,", " group by area order by area", from, to, areas);
    }

    private List<VisitCount> counted(
            String start, String end, Instant from, Instant to, @Nullable Set<String> areas) {
        return client.sql(start + COUNTS + (areas == null ? "" : " and area in (:areas)") + end)
                .param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .param("areas", areas == null || areas.isEmpty() ? List.of("") : List.copyOf(areas))
                .query(VisitTable::count)
                .list();
    }

    /** What is written of a subject; the counts stay. */
    void forget(long subject) {
        client.sql(
                        """
                        update visit set note = '', case_number = null, opinion_id = null,
                            print = null, errand_print = null
                        where subject_id = ?
                        """)
                .param(subject)
                .update();
    }

    /** Empties the notes of visits before then. */
    int dropNotes(Instant before) {
        return client.sql("update visit set note = '' where note <> '' and visited_at < ?")
                .param(Times.utc(before))
                .update();
    }

    int trim(Instant before) {
        return client.sql("delete from visit where visited_at < ?")
                .param(Times.utc(before))
                .update();
    }

    private static VisitCount count(ResultSet row, int n) throws SQLException {
        return new VisitCount(
                row.getString("visitor"),
                row.getString("area"),
                row.getLong("visits"),
                row.getLong("met"),
                row.getLong("nobody_home"),
                row.getLong("refused"),
                row.getLong("cases"),
                row.getLong("suggestions"));
    }

    private static Visit read(ResultSet row, int n) throws SQLException {
        return new Visit(
                row.getLong("id"),
                row.getString("visitor"),
                VisitOutcome.valueOf(row.getString("outcome")),
                Times.get(row, "visited_at"),
                row.getString("note"),
                row.getString("case_number"),
                row.getObject("opinion_id", Long.class));
    }
}
