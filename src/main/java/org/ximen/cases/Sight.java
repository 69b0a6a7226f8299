package org.ximen.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.StaffMember;

/**
 * Which cases a member of staff sees: handlers those of their department or areas, leaders those of
 * their areas, and none without; verifiers with areas those of their areas; others all.
 *
 * @param limited false for those who see everything
 * @param areas codes, with all areas below them
 */
public record Sight(boolean limited, @Nullable String department, Set<String> areas) {
    public Sight {
        areas = Set.copyOf(areas);
    }

    /** What a member sees. */
    public static Sight of(StaffMember by, District district) {
        boolean byRole =
                switch (by.role()) {
                    case HANDLER, LEADER -> true;
                    case VERIFIER -> !by.areas().isEmpty();
                    case DISPATCHER, EDITOR, APPROVER, ADMIN -> false;
                };
        boolean limited = byRole && !by.isEverywhere();
        return new Sight(limited, by.department(), below(by.areas(), district));
    }

    /** The codes and those of all areas below them. */
    static Set<String> below(List<String> codes, District district) {
        return codes.stream()
                .flatMap(code -> district.area(code).stream())
                .flatMap(area -> district.with(area).stream())
                .map(Area::code)
                .collect(Collectors.toSet());
    }

    /** A unit that helps with a case sees it, too. */
    boolean sees(GridCase item) {
        return sees(item, item.department())
                || item.units().stream()
                        .filter(unit -> unit.answer() != CaseUnit.Answer.WITHDRAWN)
                        .anyMatch(unit -> sees(item, unit.department()));
    }

    /** As if it were a case of this unit. */
    boolean sees(GridCase item, @Nullable String unit) {
        return sees(unit, item.area());
    }

    /** Whether what is of a unit and in an area is theirs to see. */
    public boolean sees(@Nullable String unit, @Nullable Area area) {
        return !limited
                || (department != null && department.equals(unit))
                || (area != null && areas.contains(area.code()));
    }
}
