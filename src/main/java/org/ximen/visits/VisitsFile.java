package org.ximen.visits;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contents of {@code config/visits.yaml}.
 *
 * @param careDays for how many days a care note is kept, 1 to 365; null for 180
 * @param kinds entries, each a {@link VisitKind}, read each apart
 */
public record VisitsFile(String version, @Nullable Integer careDays, List<JsonNode> kinds) {
    /** Nobody to visit. */
    public static final VisitsFile EMPTY = new VisitsFile("", null, List.of());

    private static final int USUAL = 180;
    private static final int MOST = 365;

    public VisitsFile {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        if (careDays != null && (careDays < 1 || careDays > MOST)) {
            throw new IllegalArgumentException("careDays 写 1 到 365 的整数，或者不写");
        }
    }

    /** For how many days a care note is kept. */
    int careKept() {
        return careDays == null ? USUAL : careDays;
    }
}
