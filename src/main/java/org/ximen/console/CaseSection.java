package org.ximen.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseOrder;
import org.ximen.cases.GridCase;
import org.ximen.district.District;

/**
 * Some lines of a list under one heading.
 *
 * @param title null for a list without headings
 */
record CaseSection(@Nullable String title, List<CaseLine> items) {

    /** How soon somebody has to come; what is past its time counts as due today. */
    private enum Pressure {
        URGENT("紧急"),
        TODAY("今天到期和已超时"),
        REST("其余");

        private final String shown;

        Pressure(String shown) {
            this.shown = shown;
        }

        static Pressure of(GridCase item, Instant now) {
            if (item.urgent()) {
                return URGENT;
            }
            var today = Shown.today(now);
            boolean due =
                    item.state().ticking() && !Shown.day(item.clock().deadline()).isAfter(today);
            return due ? TODAY : REST;
        }
    }

    /** A list in this order: with headings where it stands by urgency. */
    static List<CaseSection> of(
            List<GridCase> items, CaseOrder order, District district, Instant now) {
        if (!order.equals(CaseOrder.URGENCY)) {
            return List.of(new CaseSection(null, lines(items, district, now)));
        }
        Map<Pressure, List<GridCase>> parts = new EnumMap<>(Pressure.class);
        for (var item : items) {
            parts.computeIfAbsent(Pressure.of(item, now), each -> new ArrayList<>()).add(item);
        }
        return parts.entrySet().stream()
                .map(part ->
                        new CaseSection(part.getKey().shown, lines(part.getValue(), district, now)))
                .toList();
    }

    private static List<CaseLine> lines(List<GridCase> items, District district, Instant now) {
        return items.stream().map(item -> CaseLine.of(item, district, now)).toList();
    }
}
