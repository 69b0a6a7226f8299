package org.ximen.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What staff look for among the cases; null or empty means any.
 *
 * @param area code, name or alias; includes the areas below it
 * @param category code or name
 * @param words a case number, or words that all occur in the place, the description, the number
 *     that the case came with, or at the end of its own
 * @param department id
 * @param leading whether only cases that the department has itself are meant, not those with which
 *     it helps
 * @param from first day of reporting, in the street's time
 * @param to last day of reporting
 * @param people person ids of reporters; cases reported without a name are left out then
 */
public record CaseSearch(
        Set<State> states,
        @Nullable String area,
        @Nullable String category,
        Time time,
        @Nullable String words,
        @Nullable String department,
        boolean leading,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Long> people) {

    /** How a case stands to its time limit. */
    public enum Time {
        ANY("不限"),
        /** At least 80 % of the time has run. */
        SOON("快超时"),
        LATE("已超时"),
        /** Who handles it asked for more time, and nobody has answered. */
        ASKED("待批延期");

        private final String shown;

        Time(String shown) {
            this.shown = shown;
        }

        /** The words staff read. */
        public String shown() {
            return shown;
        }
    }

    /** All cases. */
    public static final CaseSearch ALL =
            new CaseSearch(
                    Set.of(), null, null, Time.ANY, null, null, false, null, null, List.of());

    /** What no case is. */
    public static final CaseSearch NONE = ALL.ofCategory("（没有）");

    public CaseSearch {
        states = Set.copyOf(states);
        people = List.copyOf(people);
    }

    /** The same within these states. */
    public CaseSearch in(Collection<State> some) {
        return new CaseSearch(
                Set.copyOf(some),
                area,
                category,
                time,
                words,
                department,
                leading,
                from,
                to,
                people);
    }

    /** The same within one area; null for any. */
    public CaseSearch inArea(@Nullable String other) {
        return new CaseSearch(
                states, other, category, time, words, department, leading, from, to, people);
    }

    /** The same for one category; null for any. */
    public CaseSearch ofCategory(@Nullable String other) {
        return new CaseSearch(
                states, area, other, time, words, department, leading, from, to, people);
    }

    /** The same at another place of the time limit. */
    public CaseSearch at(Time other) {
        return new CaseSearch(
                states, area, category, other, words, department, leading, from, to, people);
    }

    /** The same with one department; null for any. */
    public CaseSearch with(@Nullable String other) {
        return new CaseSearch(
                states, area, category, time, words, other, leading, from, to, people);
    }

    /** The same without those with which the department only helps. */
    public CaseSearch leading(boolean only) {
        return new CaseSearch(
                states, area, category, time, words, department, only, from, to, people);
    }

    /** The same with words; null for any. */
    public CaseSearch saying(@Nullable String other) {
        return new CaseSearch(
                states, area, category, time, other, department, leading, from, to, people);
    }

    /** The same, reported on these days; null for no bound. */
    public CaseSearch between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new CaseSearch(
                states, area, category, time, words, department, leading, first, last, people);
    }

    /** The same by these reporters. */
    public CaseSearch by(List<Long> reporters) {
        return new CaseSearch(
                states, area, category, time, words, department, leading, from, to, reporters);
    }
}
