package org.ximen.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.GridCase;
import org.ximen.district.Area;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.text.Masking;

/** A case as one line of a list. */
record CaseLine(
        String number,
        String state,
        String category,
        String area,
        String place,
        String description,
        String department,
        String reported,
        String left,
        boolean late,
        boolean urgent) {
    static CaseLine of(GridCase item, District district, Instant now) {
        var area = item.area();
        return new CaseLine(
                item.number(),
                item.state().shown(),
                item.category().shown() + (item.guessed() ? "（机器猜的，请核对）" : ""),
                area == null ? "区域未定" : area.name(),
                item.place().isEmpty() ? "地点不详" : item.place(),
                Masking.mask(item.description()),
                department(item, district),
                Shown.time(item.reportedAt(), now),
                item.state().ticking() ? Shown.left(item.deadline(), now) : "",
                item.overdue(now),
                item.urgent());
    }

    static String department(GridCase item, District district) {
        return department(item.department(), district);
    }

    static String department(@Nullable String id, District district) {
        return id == null ? "未定" : district.department(id).map(Department::name).orElse(id);
    }

    static String area(GridCase item) {
        var area = item.area();
        return area == null ? "区域未定" : area.name() + "（" + kind(area) + "）";
    }

    private static String kind(Area area) {
        return area.kind().shown();
    }
}
