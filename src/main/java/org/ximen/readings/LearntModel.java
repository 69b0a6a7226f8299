package org.ximen.readings;

import java.time.Instant;
import java.util.List;

/**
 * What came of learning from corrections last.
 *
 * @param key of the model that all machines read by
 * @param taken whether the model that was learnt then is that one
 * @param examples how many corrections were learnt from
 * @param broken what must be read right and was not
 * @param suspects ids of the readings whose corrections are the likeliest reasons
 */
public record LearntModel(
        String key,
        boolean taken,
        int examples,
        List<String> broken,
        List<Long> suspects,
        Instant at) {
    public LearntModel {
        broken = List.copyOf(broken);
        suspects = List.copyOf(suspects);
    }
}
