package org.ximen.workdays;

import java.time.Duration;

/**
 * The unit of a time limit. The urgent units and days run on through nights, weekends and holidays;
 * the working units count office hours only, and a working day is eight working hours (the custom
 * of GB/T 30428.8).
 */
public enum LimitUnit {
    /** 紧急工作时, by the minute. */
    URGENT_MINUTES("分钟", Duration.ofMinutes(1), false),
    /** 紧急工作时. */
    URGENT_HOURS("小时", Duration.ofHours(1), false),
    /** 工作时, by the minute. */
    WORKING_MINUTES("分钟（办公时间）", Duration.ofMinutes(1), true),
    /** 工作时. */
    WORKING_HOURS("个工作小时", Duration.ofHours(1), true),
    /** 工作日. */
    WORKING_DAYS("个工作日", Duration.ofHours(8), true),
    /** 自然日. */
    DAYS("天", Duration.ofDays(1), false);

    private final String shown;
    private final Duration length;
    private final boolean working;

    LimitUnit(String shown, Duration length, boolean working) {
        this.shown = shown;
        this.length = length;
        this.working = working;
    }

    /** Words for people, to stand after a number. */
    public String shown() {
        return shown;
    }

    /** Whether only office hours count. */
    public boolean working() {
        return working;
    }

    /** The unit that is as long and counts office hours only. */
    LimitUnit inOffice() {
        return switch (this) {
            case URGENT_MINUTES -> WORKING_MINUTES;
            case URGENT_HOURS -> WORKING_HOURS;
            case DAYS -> WORKING_DAYS;
            case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS -> this;
        };
    }

    /** So many of this unit. */
    Duration times(int amount) {
        return length.multipliedBy(amount);
    }
}
