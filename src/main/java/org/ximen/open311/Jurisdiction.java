package org.ximen.open311;

import org.ximen.district.District;

/** The one street that is served; its administrative code is its id. */
final class Jurisdiction {
    private Jurisdiction() {}

    /**
     * Whoever names a jurisdiction must mean this one.
     *
     * @throws GeoReportRefusal if another is meant
     */
    static void check(CallParameters parameters, District district) {
        var own = district.whole().code();
        if (parameters.find("jurisdiction_id").filter(id -> !id.equals(own)).isPresent()) {
            throw GeoReportRefusal.unknown("没有这个 jurisdiction_id；这里是 " + own + "，可以不写");
        }
    }
}
