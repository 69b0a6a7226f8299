package org.ximen.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseOrder;
import org.ximen.cases.CaseOrder.Key;

/**
 * The head of a column of a list of cases.
 *
 * @param link where the list stands by this column; null where it cannot
 * @param sorted as {@code aria-sort} has it; null where the list stands by another
 */
record CaseHead(String label, @Nullable String link, @Nullable String sorted) {

    /**
     * The heads of a list in an order.
     *
     * @param address of the list, with its other choices
     */
    static List<CaseHead> of(String address, CaseOrder order) {
        return List.of(
                head("编号", Key.NUMBER, address, order),
                head("内容", Key.CATEGORY, address, order),
                head("地点", Key.AREA, address, order),
                head("进度", Key.STATE, address, order),
                head("时限", Key.DEADLINE, address, order),
                head("上报", Key.REPORTED, address, order));
    }

    /** The heads of a list that stands as it stands. */
    static List<CaseHead> plain() {
        return of("", CaseOrder.NEWEST).stream()
                .map(head -> new CaseHead(head.label(), null, null))
                .toList();
    }

    private static CaseHead head(String label, Key key, String address, CaseOrder order) {
        boolean here = order.key() == key;
        var next = here ? order.turned() : new CaseOrder(key, key == Key.REPORTED);
        return new CaseHead(label, sorted(address, next), here ? way(order) : null);
    }

    private static String way(CaseOrder order) {
        return order.descending() ? "descending" : "ascending";
    }

    /** The address with an order. */
    static String sorted(String address, CaseOrder order) {
        return address + (address.contains("?") ? "&" : "?") + "sort=" + order.written();
    }
}
