package org.ximen.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is compared with others.
 *
 * @param matter its words without the place
 * @param vector meaning of the matter; null where no model reads it
 * @param codes of categories, most probable first, at most two count
 * @param place where it is
 */
public record ReportFacts(
        String matter, float @Nullable [] vector, List<String> codes, PlaceFacts place) {
    private static final int COUNTED = 2;

    public ReportFacts {
        codes = codes.stream().distinct().limit(COUNTED).toList();
    }
}
