package org.ximen.visits;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What tells one form from another with the same key, without keeping its words.
 *
 * @param form of all that was sent
 * @param errand of what is to be done; null where there is nothing
 */
record VisitPrint(String form, @Nullable String errand) {
    static VisitPrint of(NewVisit visit) {
        var errand = visit.errand();
        return new VisitPrint(print(visit.toString()), errand == null ? null : print(errand));
    }

    private static String print(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
