package org.ximen.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody went there.
 *
 * @param visitor account name
 * @param note internal; may be empty
 * @param caseNumber of the case that came of it
 * @param opinion id of the suggestion that came of it
 */
public record Visit(
        long id,
        String visitor,
        VisitOutcome outcome,
        Instant visitedAt,
        String note,
        @Nullable String caseNumber,
        @Nullable Long opinion) {}
