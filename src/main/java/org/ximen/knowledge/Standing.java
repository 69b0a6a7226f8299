package org.ximen.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;

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
        return shown(Language.ZH);
    }

    /** The same in a language. */
    default String shown(Language language) {
        return switch (this) {
            case Lapsed(var validity) -> language.of(validity.shown(), validity.english());
            case Checked(var day) -> {
                var month = day.toString().substring(0, MONTH);
                yield language.of(month + " 核对", "checked " + month);
            }
            case Aged aged -> language.of("超过一年未核对", "not checked for over a year");
            case Unchecked none -> "";
        };
    }

    /** How many characters of a day say its month. */
    int MONTH = "2026-11".length();
}
