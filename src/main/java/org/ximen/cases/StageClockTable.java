package org.ximen.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.workdays.Limit;
import org.ximen.workdays.LimitUnit;

/** Table {@code case_clock}: the clocks of the stages, those that are over too. */
final class StageClockTable {
    private final Db db;

    /**
     * A clock as kept.
     *
     * @param nextAt when somebody has to be told next; null while it stands still
     */
    record Row(long id, long caseId, StageClock clock, @Nullable Instant nextAt) {}

    StageClockTable(Db db) {
        this.db = db;
    }

    void add(long caseId, StageClock clock, @Nullable Instant nextAt) {
        values(
                        db.client()
                                .sql(
                                        """
                                        insert into case_clock (case_id, stage, limit_amount,
                                            limit_unit, started_at, deadline, paused_at,
                                            extensions, stopped_at, done, warned, next_at)
                                        values (:case, :stage, :amount, :unit, :start, :deadline,
                                            :paused, :extensions, :stopped, :done, :warned, :next)
                                        """)
                                .param("case", caseId)
                                .param("stage", clock.stage().name()),
                        clock,
                        nextAt)
                .update();
    }

    void put(long id, StageClock clock, @Nullable Instant nextAt) {
        values(
                        db.client()
                                .sql(
                                        """
                                        update case_clock set limit_amount = :amount,
                                            limit_unit = :unit, started_at = :start,
                                            deadline = :deadline, paused_at = :paused,
                                            extensions = :extensions, stopped_at = :stopped,
                                            done = :done, warned = :warned, next_at = :next
                                        where id = :id
                                        """)
                                .param("id", id),
                        clock,
                        nextAt)
                .update();
    }

    private static StatementSpec values(
            StatementSpec statement, StageClock stage, @Nullable Instant nextAt) {
        var clock = stage.clock();
        return statement
                .param("amount", clock.limit().amount())
                .param("unit", clock.limit().unit().name())
                .param("start", Times.utc(clock.start()))
                .param("deadline", Times.utc(clock.deadline()))
                .param("paused", Times.utcOrNull(clock.pausedAt()))
                .param("extensions", clock.extensions())
                .param("stopped", Times.utcOrNull(stage.stoppedAt()))
                .param("done", stage.done())
                .param("warned", stage.warned())
                .param("next", Times.utcOrNull(nextAt));
    }

    /** Notes what is told; false if somebody else did, or the clock was moved meanwhile. */
    boolean told(Row seen, int percent, @Nullable Instant nextAt) {
        return db.client()
                        .sql(
                                """
                                update case_clock set warned = :warned, next_at = :next
                                where id = :id and warned = :before and next_at = :seen
                                    and deadline = :deadline and stopped_at is null
                                """)
                        .param("warned", percent)
                        .param("next", Times.utcOrNull(nextAt))
                        .param("id", seen.id())
                        .param("before", seen.clock().warned())
                        .param("seen", Times.utcOrNull(seen.nextAt()))
                        .param("deadline", Times.utc(seen.clock().clock().deadline()))
                        .update()
                == 1;
    }

    /** Clocks of which somebody has to be told by now, behind one already seen; oldest first. */
    List<Row> due(Instant now, @Nullable Row behind, int most) {
        var next = behind == null ? Instant.EPOCH : behind.nextAt();
        return db.client()
                .sql(
                        """
                        select * from case_clock
                        where next_at <= :now and next_at >= :next
                            and (next_at > :next or id > :id)
                        order by next_at, id fetch first :most rows only
                        """)
                .param("now", Times.utc(now))
                .param("next", Times.utc(next == null ? Instant.EPOCH : next))
                .param("id", behind == null ? 0 : behind.id())
                .param("most", most)
                .query(StageClockTable::row)
                .list();
    }

    /** All clocks of a case, oldest first. */
    List<Row> of(long caseId) {
        return db.client()
                .sql("select * from case_clock where case_id = ? order by id")
                .params(caseId)
                .query(StageClockTable::row)
                .list();
    }

    /** The newest clock of each stage. */
    Map<TimedStage, Row> latest(long caseId) {
        var latest = new EnumMap<TimedStage, Row>(TimedStage.class);
        of(caseId).forEach(row -> latest.put(row.clock().stage(), row));
        return latest;
    }

    /** Those of some stages that run late among some cases, the latest first. */
    List<LateStage> late(Where cases, Collection<TimedStage> stages, Instant now, int most) {
        var late = new ArrayList<LateStage>();
        db.client()
                .sql(
                        """
                        select case_number, stage, ends_at from
                            (select id as clock, case_id, stage, deadline as ends_at
                                from case_clock
                                where stopped_at is null and paused_at is null
                                    and deadline < :lateNow and stage in (:lateStages)) late
                            join grid_case on grid_case.id = late.case_id
                        """
                                + cases.sql()
                                + " order by ends_at, clock limit :lateMost")
                .params(cases.params())
                .param("lateNow", Times.utc(now))
                .param("lateStages", stages.stream().map(Enum::name).toList())
                .param("lateMost", most)
                .query(row -> {
                    late.add(
                            new LateStage(
                                    row.getString("case_number"),
                                    TimedStage.valueOf(row.getString("stage")),
                                    Times.get(row, "ends_at")));
                });
        return late;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var unit = LimitUnit.valueOf(row.getString("limit_unit"));
        var clock =
                new Clock(
                        new Limit(row.getInt("limit_amount"), unit),
                        Times.get(row, "started_at"),
                        Times.get(row, "deadline"),
                        Times.find(row, "paused_at"),
                        row.getInt("extensions"));
        var stage = TimedStage.valueOf(row.getString("stage"));
        var stopped = Times.find(row, "stopped_at");
        return new Row(
                row.getLong("id"),
                row.getLong("case_id"),
                new StageClock(stage, clock, stopped, row.getBoolean("done"), row.getInt("warned")),
                Times.find(row, "next_at"));
    }
}
