package org.ximen.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.db.Times;

/** The condition of one search, with its parameters. */
final class Where {
    private static final int SOON_PERCENT = 80;
    private static final int MOST_WORDS = 8;
    private static final List<State> TICKING =
            java.util.Arrays.stream(State.values()).filter(State::ticking).toList();

    private final StringBuilder sql = new StringBuilder(" where 1 = 1");
    private final Map<String, Object> params = new HashMap<>();

    /** Codes of the areas and categories asked for; null for any. */
    record Codes(@Nullable Collection<String> areas, @Nullable Collection<String> categories) {}

    static Where of(CaseSearch search, Codes codes, Sight sight, Instant now) {
        var where = new Where();
        where.seenBy(sight);
        where.states(search.states());
        where.in("area", codes.areas());
        where.in("category", codes.categories());
        where.time(search.time(), now);
        where.words(search.words());
        where.unit(search.department(), search.leading());
        where.bound("reported_on >= :first", "first", search.from());
        where.bound("reported_on <= :last", "last", search.to());
        if (!search.people().isEmpty()) {
            where.and("anonymous = false");
            where.in("reporter", search.people());
        }
        return where;
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> params() {
        return params;
    }

    private void and(String condition) {
        sql.append(" and ").append(condition);
    }

    private void in(String column, @Nullable Collection<?> values) {
        if (values != null && values.size() == 1) {
            // HSQLDB uses an index of several columns only where each is equal to something.
            equal(column, values.iterator().next());
        } else if (values != null) {
            and(column + " in (:" + column + "s)");
            params.put(column + "s", values);
        }
    }

    /** A case is in the list of who has it, and of who is asked to help. */
    private void unit(@Nullable String department, boolean leading) {
        if (leading) {
            equal("department", department);
            return;
        }
        bound(
                "(department = :department or id in (select case_id from case_unit asked"
                        + " where asked.department = :department"
                        + " and asked.answer in ('ASKED', 'ACCEPTED')))",
                "department",
                department);
    }

    private void equal(String column, @Nullable Object value) {
        bound(column + " = :" + column, column, value);
    }

    private void bound(String condition, String name, @Nullable Object value) {
        if (value != null) {
            and(condition);
            params.put(name, value);
        }
    }

    private void states(Collection<State> states) {
        if (!states.isEmpty()) {
            in("state", states.stream().map(State::name).toList());
        }
    }

    private void seenBy(Sight sight) {
        if (!sight.limited()) {
            return;
        }
        var areas = sight.areas().isEmpty() ? List.of("") : List.copyOf(sight.areas());
        and(
                "(department = :ownDepartment or area in (:ownAreas) or id in (select case_id"
                        + " from case_unit helping where helping.department = :ownDepartment"
                        + " and helping.answer <> 'WITHDRAWN'))");
        params.put("ownDepartment", sight.department() == null ? "" : sight.department());
        params.put("ownAreas", areas);
    }

    private void time(CaseSearch.Time time, Instant now) {
        if (time == CaseSearch.Time.ANY) {
            return;
        }
        if (time == CaseSearch.Time.ASKED) {
            and("extension_asked_at is not null");
            return;
        }
        and("state in (:ticking)");
        params.put("ticking", TICKING.stream().map(State::name).toList());
        params.put("now", Times.utc(now));
        and(
                time == CaseSearch.Time.LATE
                        ? "deadline < :now"
                        : "deadline >= :now and exists (select 1 from case_clock"
                                + " where case_clock.case_id = grid_case.id"
                                + " and stage = 'HANDLING' and stopped_at is null"
                                + " and warned >= "
                                + SOON_PERCENT
                                + ")");
    }

    private void words(@Nullable String words) {
        if (words == null) {
            return;
        }
        var number = CaseNumber.in(words);
        if (number.isPresent()) {
            equal("case_number", number.get());
            return;
        }
        var each = words.strip().split("\\s+");
        for (int i = 0; i < Math.min(each.length, MOST_WORDS); i++) {
            word(each[i], i);
        }
    }

    /** In the place, the words, the number that it came with, or at the end of its number. */
    private void word(String word, int i) {
        and(
                "(place_key like :place%1$d escape '!' or description like :word%1$d escape '!'"
                                .formatted(i)
                        + " or outside_number = :whole%1$d or case_number like :end%1$d escape '!')"
                                .formatted(i));
        params.put("place" + i, like(CaseTable.key(word)));
        params.put("word" + i, like(word));
        params.put("whole" + i, word);
        params.put("end" + i, "%-" + escaped(word));
    }

    private static String like(String words) {
        return "%" + escaped(words) + "%";
    }

    private static String escaped(String words) {
        return words.replaceAll("([!%_])", "!$1");
    }
}
