package org.ximen.sources;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a site wants to see us again: {@code Retry-After} in seconds or as a date. */
final class RetryAfter {
    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final Duration MOST = Duration.ofDays(7);

    private RetryAfter() {}

    static Instant of(Answer answer, Instant now) {
        var wait = wait(answer.header("Retry-After"), now);
        if (wait.compareTo(LEAST) < 0) {
            return now.plus(LEAST);
        }
        return now.plus(wait.compareTo(MOST) > 0 ? MOST : wait);
    }

    private static Duration wait(@Nullable String asked, Instant now) {
        if (asked == null) {
            return USUAL;
        }
        if (asked.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(asked));
        }
        try {
            var at = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, at);
        } catch (DateTimeException e) {
            return USUAL;
        }
    }
}
