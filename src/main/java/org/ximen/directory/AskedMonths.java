package org.ximen.directory;

import java.time.YearMonth;

/**
 * Months that a question names.
 *
 * @param last not before the first
 */
public record AskedMonths(YearMonth first, YearMonth last) {
    public AskedMonths {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(first + " to " + last);
        }
    }

    static AskedMonths of(YearMonth first, int months) {
        return new AskedMonths(first, first.plusMonths(months - 1L));
    }
}
