package org.ximen.workdays;

/**
 * A time limit, such as 2 urgent hours.
 *
 * @param amount how many units, at least 1
 */
public record Limit(int amount, LimitUnit unit) {
    private static final int HALF_DAY = 12;
    private static final int HALF_WORKING_DAY = 4;
    private static final int HALF_HOUR = 30;

    public Limit {
        if (amount < 1 || unit == null) {
            throw new IllegalArgumentException("时限应为正整数并写明单位：" + amount + " " + unit);
        }
    }

    /** A limit of half this time. */
    public Limit half() {
        return switch (unit) {
            case DAYS -> new Limit(amount * HALF_DAY, LimitUnit.URGENT_HOURS);
            case WORKING_DAYS -> new Limit(amount * HALF_WORKING_DAY, LimitUnit.WORKING_HOURS);
            case URGENT_HOURS -> new Limit(amount * HALF_HOUR, LimitUnit.URGENT_MINUTES);
            case WORKING_HOURS, WORKING_MINUTES, URGENT_MINUTES ->
                    new Limit((amount + 1) / 2, unit);
        };
    }

    /** The same number of units that count office hours only. */
    public Limit inOffice() {
        return new Limit(amount, unit.inOffice());
    }

    /** Words for people, such as 2 个工作日. */
    public String shown() {
        return amount + " " + unit.shown();
    }
}
