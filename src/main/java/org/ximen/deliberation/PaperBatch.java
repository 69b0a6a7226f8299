package org.ximen.deliberation;

import java.time.Instant;
import java.util.Map;

/**
 * Paper ballots that one member of staff entered and another has yet to confirm.
 *
 * @param counts votes by the id of the option
 */
public record PaperBatch(
        long id, int ballots, Map<Long, Integer> counts, String enteredBy, Instant enteredAt) {
    public PaperBatch {
        counts = Map.copyOf(counts);
    }
}
