package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;

/**
 * A picture of a case.
 *
 * @param id to be fetched by
 * @param handling for which handling of the case, from 1; 0 for how it was reported
 * @param author who added it, 反映人 if it was one of those
 * @param at when it was added
 * @param point about where, if that is known
 * @param remarks what is odd about it, in words for who checks it
 */
public record CasePhoto(
        String id,
        PhotoPhase phase,
        int handling,
        String author,
        @Nullable Instant at,
        @Nullable Point point,
        List<String> remarks) {
    public CasePhoto {
        remarks = List.copyOf(remarks);
    }

    CasePhoto in(int nth) {
        return new CasePhoto(id, phase, nth, author, at, point, remarks);
    }

    CasePhoto at(Instant when) {
        return new CasePhoto(id, phase, handling, author, when, point, remarks);
    }

    CasePhoto remarked(List<String> words) {
        return new CasePhoto(id, phase, handling, author, at, point, words);
    }
}
