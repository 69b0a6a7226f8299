package org.ximen.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;

/**
 * What a move puts in place of what the case holds; null or empty leaves it as it is.
 *
 * @param category code or name
 * @param place words for the place
 * @param location the place on the map
 * @param area code or name
 * @param units departments that are asked to help: id, name or alias
 * @param reason why something is not waited for
 */
public record CaseChange(
        @Nullable String category,
        @Nullable String place,
        @Nullable Point location,
        @Nullable String area,
        @Nullable Boolean urgent,
        List<String> units,
        @Nullable String reason) {
    /** Changes nothing. */
    public static final CaseChange NONE =
            new CaseChange(null, null, null, null, null, List.of(), null);

    public CaseChange {
        category = Move.filled(category);
        place = Move.filled(place);
        area = Move.filled(area);
        units = units.stream().filter(each -> !each.isBlank()).map(String::strip).toList();
        reason = Move.filled(reason);
    }

    /** Another category. */
    public static CaseChange category(String codeOrName) {
        return new CaseChange(codeOrName, null, null, null, null, List.of(), null);
    }

    /** Another place, in words, on the map, by its area, or by several of them. */
    public static CaseChange place(
            @Nullable String words, @Nullable Point location, @Nullable String area) {
        return new CaseChange(null, words, location, area, null, List.of(), null);
    }

    /** Urgent, or not. */
    public static CaseChange urgency(boolean urgent) {
        return new CaseChange(null, null, null, null, urgent, List.of(), null);
    }

    /** Departments that are asked to help. */
    public static CaseChange units(String... departments) {
        return new CaseChange(null, null, null, null, null, List.of(departments), null);
    }

    /** Why something is not waited for. */
    public static CaseChange reason(String why) {
        return new CaseChange(null, null, null, null, null, List.of(), why);
    }

    /** Whether it says anything of the place. */
    boolean places() {
        return place != null || location != null || area != null;
    }
}
