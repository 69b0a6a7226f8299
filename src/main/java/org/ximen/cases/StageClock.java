package org.ximen.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one stage of a case.
 *
 * @param stoppedAt when the stage was over; null while it goes on
 * @param done whether what it is for was done then
 * @param warned the highest step of warning that was told, in percent
 */
public record StageClock(
        TimedStage stage, Clock clock, @Nullable Instant stoppedAt, boolean done, int warned) {

    /** How a stage stands to its time limit. */
    public enum Condition {
        RUNNING("进行中"),
        PAUSED("暂停"),
        LATE("超时"),
        /** Over in time. */
        DONE("按时完成"),
        /** Over, and later than it should have been. */
        DONE_LATE("超时完成"),
        /** Over without it. */
        LAPSED("没有做，不再计时");

        private final String shown;

        Condition(String shown) {
            this.shown = shown;
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }
    }

    /** How it stands now. */
    public Condition condition(Instant now) {
        if (stoppedAt != null && !done) {
            return Condition.LAPSED;
        }
        if (stoppedAt != null) {
            return stoppedAt.isAfter(clock.deadline()) ? Condition.DONE_LATE : Condition.DONE;
        }
        if (clock.pausedAt() != null) {
            return Condition.PAUSED;
        }
        return now.isAfter(clock.deadline()) ? Condition.LATE : Condition.RUNNING;
    }

    static StageClock starting(TimedStage stage, Clock clock) {
        return new StageClock(stage, clock, null, false, 0);
    }

    boolean isOpen() {
        return stoppedAt == null;
    }

    boolean runs() {
        return stoppedAt == null && clock.pausedAt() == null;
    }

    StageClock with(Clock other) {
        return new StageClock(stage, other, stoppedAt, done, warned);
    }

    StageClock stopped(Instant at, boolean whenDone) {
        return new StageClock(stage, clock, at, whenDone, warned);
    }

    StageClock goingOn() {
        return new StageClock(stage, clock, null, false, warned);
    }

    StageClock warned(int percent) {
        return new StageClock(stage, clock, stoppedAt, done, percent);
    }
}
