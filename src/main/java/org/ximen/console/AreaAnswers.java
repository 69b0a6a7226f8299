package org.ximen.console;

import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.notices.NoticeReach;

/** How a notice came to one neighbourhood, as a line of its page. */
record AreaAnswers(String area, NoticeReach count) {
    static AreaAnswers of(NoticeReach reach, District district) {
        var code = reach.area();
        var name = code == null ? "只订了全街道的" : district.area(code).map(Area::name).orElse(code);
        return new AreaAnswers(name, reach);
    }
}
