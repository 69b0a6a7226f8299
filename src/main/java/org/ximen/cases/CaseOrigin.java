package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/**
 * Where a case came from.
 *
 * @param outsideNumber its number there, at most {@value #LONGEST_NUMBER} characters; the same
 *     number of a source is one case. Null where there is none
 */
public record CaseOrigin(CaseSource source, @Nullable String outsideNumber) {
    /** Longer numbers are refused. */
    public static final int LONGEST_NUMBER = 100;

    /** What residents report themselves. */
    static final CaseOrigin RESIDENT = new CaseOrigin(CaseSource.RESIDENT, null);

    /** A blank number is none. */
    public CaseOrigin {
        outsideNumber =
                outsideNumber == null || outsideNumber.isBlank() ? null : outsideNumber.strip();
        if (outsideNumber != null && outsideNumber.length() > LONGEST_NUMBER) {
            throw new Incomplete("outsideNumber", "原编号太长，最多 " + LONGEST_NUMBER + " 个字");
        }
    }
}
