package org.ximen.cases;

import org.jspecify.annotations.Nullable;
import org.ximen.workdays.Limit;

/**
 * When a case of a category is filed (立案条件), how long handling may take, when it may be closed.
 *
 * @param when the condition, in words
 * @param close the matching closing condition (结案条件), in words
 * @param guess whether nobody has yet checked the limit
 */
public record FilingCondition(
        String id, String when, Limit limit, String close, @Nullable Boolean guess) {}
