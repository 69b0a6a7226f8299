package org.ximen.workdays;

/**
 * A time limit, such as 2 urgent hours.
 *
 * @param amount how many units, at least 1
 */
public record Limit(int amount, LimitUnit unit) {
    public Limit {
        if (amount < 1 || unit == null) {
            throw new IllegalArgumentException("时限应为正整数并写明单位：" + amount + " " + unit);
        }
    }

    /** Words for people, such as 2 个工作日. */
    public String shown() {
        return amount + " " + unit.shown();
    }
}
