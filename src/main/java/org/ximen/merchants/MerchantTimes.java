package org.ximen.merchants;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.ximen.workdays.WorkCalendar;

/** Times as merchants read them. */
final class MerchantTimes {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private MerchantTimes() {}

    static String shown(Instant at) {
        return SHOWN.format(at.atZone(WorkCalendar.ZONE));
    }
}
