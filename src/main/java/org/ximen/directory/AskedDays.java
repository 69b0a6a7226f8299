package org.ximen.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days that a question names.
 *
 * @param words as they are called in the answer, such as 周六 or 国庆节
 * @param first the first of them
 * @param last the last of them
 */
public record AskedDays(String words, LocalDate first, LocalDate last) {
    /** All of them. */
    public List<LocalDate> all() {
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1)).toList();
    }

    /** Whether it is one day. */
    public boolean isOne() {
        return first.equals(last);
    }
}
