package org.ximen.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of an article's validity on a day: that it does not count, or since when it is
 * checked. Without a check nothing is claimed.
 */
public sealed interface Standing {
    /** It does not count. */
    record Lapsed(Validity validity) implements Standing {}

    /** Somebody found on this day that it holds. */
    record Checked(LocalDate day) implements Standing {}

    /** The last check is more than a year ago. */
    record Aged(LocalDate day) implements Standing {}

    /** Nobody has checked it. */
    record Unchecked() implements Standing {}

    /** Of an article on a day. */
    static Standing of(Article article, LocalDate today) {
        var validity = article.on(today);
        return validity == Validity.CURRENT ? of(article.checkedOn(), today) : new Lapsed(validity);
    }

    /** Of what counts, by the day of its last check. */
    static Standing of(@Nullable LocalDate checked, LocalDate today) {
        if (checked == null || checked.isAfter(today)) {
            return new Unchecked();
        }
        return checked.plusYears(1).isBefore(today) ? new Aged(checked) : new Checked(checked);
    }

    /** As a badge says it; empty where nothing may be said. */
    default String shown() {
        return switch (this) {
            case Lapsed lapsed -> lapsed.validity().shown();
            case Checked checked -> checked.day().toString().substring(0, MONTH) + " 核对";
            case Aged aged -> "超过一年未核对";
            case Unchecked none -> "";
        };
    }

    /** How many characters of a day say its month. */
    int MONTH = "2026-11".length();
}
