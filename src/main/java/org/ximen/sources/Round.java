package org.ximen.sources;

import java.time.Instant;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where the round of a source stands.
 *
 * @param begunAt null between two rounds
 * @param nextAt not before this instant anything is asked
 * @param list page of the list still to be read in this round
 * @param listsLeft how many pages of the list may follow
 * @param followed what the street wanted when it began, in one word
 * @param trouble why the last round could not read the list
 */
record Round(
        String source,
        @Nullable Instant begunAt,
        Instant nextAt,
        @Nullable HttpUrl list,
        int listsLeft,
        @Nullable String followed,
        @Nullable String trouble,
        @Nullable Instant endedAt) {
    private static final int LONGEST = 500;

    static Round first(String source, Instant now) {
        return new Round(source, null, now, null, 0, null, null, null);
    }

    /** Whether it is time for the next step; a source that was changed begins at once. */
    boolean isDue(Source source, Instant now) {
        return !now.isBefore(nextAt) || begunAt == null && !source.word().equals(followed);
    }

    Round begun(Source wanted, Instant now) {
        return new Round(
                source,
                now,
                now,
                wanted.start(),
                wanted.mostLists() - 1,
                wanted.word(),
                trouble,
                endedAt);
    }

    Round waiting(Instant next) {
        return new Round(source, begunAt, next, list, listsLeft, followed, trouble, endedAt);
    }

    /** A page of the list was read. */
    Round listed(@Nullable HttpUrl more) {
        boolean goesOn = more != null && listsLeft > 0;
        var next = goesOn ? more : null;
        int left = goesOn ? listsLeft - 1 : 0;
        return new Round(source, begunAt, nextAt, next, left, followed, trouble, endedAt);
    }

    Round ended(@Nullable String why, Instant next, Instant now) {
        var said = why == null ? null : why.substring(0, Math.min(why.length(), LONGEST));
        return new Round(source, null, next, null, 0, followed, said, now);
    }
}
