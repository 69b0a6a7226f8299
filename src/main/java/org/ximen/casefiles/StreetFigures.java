package org.ximen.casefiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.ximen.cases.CaseBook;

/** The figures of the whole street that everybody may know. */
public final class StreetFigures {
    // Counting reads every case of the days: nobody makes it do so again and again.
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST = 50;

    private final CaseBook book;
    private final Cache<Days, Counted> counted = Caffeine.newBuilder().maximumSize(MOST).build();

    private record Days(LocalDate first, LocalDate last) {}

    private record Counted(CaseRates rates, Instant at) {
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    public StreetFigures(CaseBook book) {
        this.book = book;
    }

    /**
     * The figures of the cases reported on these days, as they are now or were at most five minutes
     * ago.
     */
    public CaseRates of(LocalDate first, LocalDate last, Instant now) {
        var days = new Days(first, last);
        var before = counted.getIfPresent(days);
        if (before != null && before.isFresh(now)) {
            return before.rates();
        }
        var rates = CaseRates.of(book.wholeStreet(first, last, now));
        counted.put(days, new Counted(rates, now));
        return rates;
    }
}
