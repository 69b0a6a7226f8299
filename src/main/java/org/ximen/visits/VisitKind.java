package org.ximen.visits;

import org.jspecify.annotations.Nullable;

/**
 * A kind of those whom staff visit, such as 独居老人 or 商户.
 *
 * @param days after which they are visited again, 1 to 730
 * @param again days after which one goes there again where nobody was home; null for at most 3
 * @param care whether it tells by itself how they fare (独居): seen by those who go there and no
 *     others; null for no
 */
public record VisitKind(
        String id, String name, int days, @Nullable Integer again, @Nullable Boolean care) {
    private static final int MOST_DAYS = 730;
    private static final int SOON = 3;

    public VisitKind {
        require(id != null && id.matches("[a-z0-9-]{1,40}"), "id 要写，用小写字母、数字和短横，最多 40 个");
        require(name != null && !name.isBlank() && name.length() <= 20, "name 要写，最多 20 个字");
        require(days >= 1 && days <= MOST_DAYS, "days 写 1 到 730 的整数");
        require(again == null || again >= 1 && again <= days, "again 写 1 到 days 的整数，或者不写");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether whom it names is seen only by those who go there. */
    boolean isCare() {
        return Boolean.TRUE.equals(care);
    }

    /** Days from a visit that ended so to the next. */
    int daysAfter(VisitOutcome outcome) {
        if (outcome != VisitOutcome.NOBODY_HOME) {
            return days;
        }
        return again == null ? Math.min(days, SOON) : again;
    }
}
