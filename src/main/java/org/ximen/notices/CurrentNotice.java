package org.ximen.notices;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice that was sent and still holds, in short.
 *
 * @param firstSentence of its body, cut where it is long
 * @param day on which it was sent
 * @param lastDay on which it holds
 * @param areas names of the areas it is for; empty for the whole street
 */
public record CurrentNotice(
        long id,
        String title,
        String firstSentence,
        LocalDate day,
        LocalDate lastDay,
        List<String> areas) {
    public CurrentNotice {
        areas = List.copyOf(areas);
    }
}
