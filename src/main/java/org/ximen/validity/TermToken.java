package org.ximen.validity;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A word of a sentence about force and term.
 *
 * @param from where it begins in the sentence
 * @param to behind its last character
 * @param text as it stands there
 * @param day of a {@link Kind#DAY}
 * @param period of a {@link Kind#PERIOD}, or how long after the {@link Kind#ISSUE} it is
 */
record TermToken(
        Kind kind,
        int from,
        int to,
        String text,
        @Nullable LocalDate day,
        @Nullable Period period) {

    /** What it is in the grammar. */
    enum Kind {
        /** 2026年4月1日, 2026年4月, 2028年底. */
        DAY,
        /** 5年零6个月, 三十日, 半年. */
        PERIOD,
        /** 印发之日, 公布后, 印发次日. */
        ISSUE,
        /** 施行日期. */
        START_DAY,
        /** 有效期, 试行期. */
        TERM,
        /** 施行, 执行 … */
        START,
        /** 自, 从, 于, 由. */
        FROM,
        /** 起. */
        ON,
        /** 至, 到. */
        UNTIL,
        /** 止, 失效, 废止. */
        END,
        /** 后, 满. */
        AFTER,
        STOP,
        OTHER
    }
}
