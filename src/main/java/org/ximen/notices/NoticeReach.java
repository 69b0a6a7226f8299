package org.ximen.notices;

import org.jspecify.annotations.Nullable;

/**
 * How a notice came to the people of one area, as they subscribed.
 *
 * @param area code; null for those who subscribed to the whole street alone
 * @param unreached whom it has not reached, those who blocked us included
 */
public record NoticeReach(
        @Nullable String area,
        long recipients,
        long reached,
        long seen,
        long asked,
        long signedUp,
        long blocked,
        long unreached) {}
