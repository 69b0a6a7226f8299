package org.ximen.console;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Danger;
import org.ximen.cases.GridCase;
import org.ximen.cases.StaffReading;
import org.ximen.district.District;
import org.ximen.district.Outside;

/**
 * What would be filed, and what to look at before.
 *
 * @param guessed whether the kind was read from the words
 * @param place as it would be filed; null where none is told
 * @param area its area; null where it is not known
 * @param danger what to tell the caller at once; null where nobody is in danger
 * @param outside where to pass it on; null where it lies here or nobody knows
 * @param similar open cases that may be the same
 */
record CaseLook(
        String category,
        boolean guessed,
        boolean urgent,
        @Nullable String place,
        @Nullable String area,
        @Nullable String danger,
        @Nullable String outside,
        List<CaseLine> similar) {

    static CaseLook of(
            StaffReading reading, List<GridCase> similar, District district, Instant now) {
        var draft = reading.draft();
        var place = draft.place();
        var area = place == null ? null : place.area();
        return new CaseLook(
                reading.category().shown(),
                draft.guessed(),
                draft.urgent() || reading.category().urgent(),
                place == null ? null : place.text(),
                area == null ? null : area.name(),
                reading.danger().map(Danger::advice).orElse(null),
                reading.outside().map(Outside::name).orElse(null),
                similar.stream().map(item -> CaseLine.of(item, district, now)).toList());
    }

    /** The numbers of the likely duplicates. */
    public String numbers() {
        return similar.stream().map(CaseLine::number).collect(Collectors.joining(","));
    }
}
