package org.ximen.visits;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/**
 * In which areas a member of staff sees whom is visited: those that they look after, with all below
 * them; without one, none.
 *
 * @param everywhere whether they see all
 */
record VisitReach(boolean everywhere, Set<String> areas) {
    VisitReach {
        areas = Set.copyOf(areas);
    }

    static VisitReach of(StaffMember by, District district) {
        var below =
                by.areas().stream()
                        .flatMap(code -> district.area(code).stream())
                        .flatMap(area -> district.with(area).stream())
                        .map(Area::code)
                        .collect(Collectors.toSet());
        return new VisitReach(by.isEverywhere() || by.is(Role.ADMIN), below);
    }

    /** Whether somebody goes there: neighbourhood workers and who steers them; no unit. */
    static boolean isCaring(StaffMember by) {
        return by.is(Role.VERIFIER, Role.LEADER) || by.is(Role.HANDLER) && by.department() == null;
    }

    boolean holds(String area) {
        return everywhere || areas.contains(area);
    }

    /** What of it lies in an area; empty for all there is. */
    Optional<Set<String>> within(@Nullable String named, District district) {
        if (named == null) {
            return everywhere ? Optional.empty() : Optional.of(areas);
        }
        return Optional.of(
                district.area(named).stream()
                        .flatMap(area -> district.with(area).stream())
                        .map(Area::code)
                        .filter(this::holds)
                        .collect(Collectors.toSet()));
    }
}
