package org.ximen.staffapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ximen.cases.CaseFilter;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** Which cases a member of staff sees: handlers those of their department or areas, others all. */
final class CaseSight {
    private static final int PAGE = 500;

    private final Cases cases;
    private final District district;

    CaseSight(Cases cases, District district) {
        this.cases = cases;
        this.district = district;
    }

    Optional<GridCase> find(String number, StaffMember by) {
        return cases.find(number).filter(item -> sees(by, item));
    }

    List<GridCase> list(CaseFilter filter, StaffMember by) {
        return isLimited(by) ? sifted(filter, by) : cases.list(filter);
    }

    /** Pages are counted in cases that the caller sees. */
    private List<GridCase> sifted(CaseFilter filter, StaffMember by) {
        var seen = new ArrayList<GridCase>();
        long wanted = (filter.page() + 1L) * filter.size();
        for (int page = 0; seen.size() < wanted; page++) {
            var some =
                    cases.list(
                            new CaseFilter(
                                    filter.stage(), filter.area(), filter.category(), page, PAGE));
            some.stream().filter(item -> sees(by, item)).forEach(seen::add);
            if (some.size() < PAGE) {
                break;
            }
        }
        return seen.stream()
                .skip((long) filter.page() * filter.size())
                .limit(filter.size())
                .toList();
    }

    private boolean sees(StaffMember by, GridCase item) {
        return !isLimited(by)
                || (by.department() != null && by.department().equals(item.department()))
                || by.areas().stream().anyMatch(code -> lies(item, code));
    }

    private boolean lies(GridCase item, String code) {
        var area = item.area();
        return area != null
                && district.area(code).stream()
                        .flatMap(above -> district.with(above).stream())
                        .map(Area::code)
                        .anyMatch(area.code()::equals);
    }

    private static boolean isLimited(StaffMember by) {
        return by.role() == Role.HANDLER && (by.department() != null || !by.areas().isEmpty());
    }
}
