package org.ximen.notices;

import org.jspecify.annotations.Nullable;

/**
 * How a notice came to the people of one area, as they subscribed.
 *
 * @param area code; null for those who subscribed to the whole street alone
 * @param pending to whom it is still on its way
 * @param unreached whom it did not reach, those who blocked us included
 */
public record NoticeReach(
        @Nullable String area,
        long recipients,
        long reached,
        long seen,
        long asked,
        long signedUp,
        long blocked,
        long pending,
        long unreached) {}
