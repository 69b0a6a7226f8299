package org.ximen.casefiles;

/**
 * A share with the number of those it is of.
 *
 * @param yes how many of them
 * @param of all that could have been
 */
public record SampleShare(long yes, long of) {
    /** Fewer tell nothing, and may tell of single people. */
    public static final int SMALLEST = 20;

    private static final int PERCENT = 100;

    /** Whether there are too few to say a share. */
    public boolean tooFew() {
        return of < SMALLEST;
    }

    /** Such as 87%（62 件）, or that there are too few. */
    public String shown() {
        return tooFew() ? "样本太少（" + of + " 件）" : percent() + "%（" + of + " 件）";
    }

    /** Rounded. */
    public long percent() {
        return of == 0 ? 0 : Math.round((double) PERCENT * yes / of);
    }
}
