package org.ximen.merchants;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** Times as merchants read them. */
final class MerchantTimes {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private MerchantTimes() {}

    static String shown(Instant at, Language language) {
        var format = language == Language.ZH ? CHINESE : ENGLISH;
        return format.format(at.atZone(WorkCalendar.ZONE));
    }
}
