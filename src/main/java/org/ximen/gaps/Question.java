package org.ximen.gaps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question as somebody asked it.
 *
 * @param text personal data masked
 * @param confidence of what was found, 0 to 100
 * @param useful what the person thinks of the answer; null where they did not say
 * @param reason why it was not useful
 * @param remark the person's own words about it, masked
 */
public record Question(
        long id,
        String channel,
        String text,
        Result result,
        int confidence,
        @Nullable Boolean useful,
        @Nullable Reason reason,
        @Nullable String remark,
        Instant askedAt) {}
