package org.ximen.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Stage;
import org.ximen.cases.State;
import org.ximen.staff.StaffMember;

/**
 * What was chosen above a list of cases, as it stands in the address; null means any.
 *
 * @param leading anything for only what the department has itself, not what it helps with
 * @param mine anything for only what waits for the viewer
 */
record Filter(
        @Nullable String stage,
        @Nullable String area,
        @Nullable String category,
        @Nullable String time,
        @Nullable String words,
        @Nullable String department,
        @Nullable String leading,
        @Nullable String from,
        @Nullable String to,
        @Nullable String mine) {
    static final Filter NONE =
            new Filter(null, null, null, null, null, null, null, null, null, null);

    CaseSearch search(StaffMember by) {
        var chosen = Shown.constant(Stage.class, stage);
        if (chosen != null && chosen.states().isEmpty()) {
            return CaseSearch.NONE;
        }
        var time = Shown.constant(CaseSearch.Time.class, time());
        var search =
                CaseSearch.ALL
                        .in(states())
                        .inArea(Shown.filled(area))
                        .ofCategory(Shown.filled(category))
                        .at(time == null ? CaseSearch.Time.ANY : time)
                        .saying(Shown.filled(words))
                        .with(Shown.filled(department))
                        .leading(Shown.filled(leading) != null)
                        .between(Shown.day(from), Shown.day(to));
        return mine == null ? search : waitingFor(by, search);
    }

    /** What waits for a member: of their department, if they have one. */
    static CaseSearch waitingFor(StaffMember by, CaseSearch search) {
        var waiting = search.in(CaseBook.waitingFor(by.role()));
        return by.department() == null ? waiting : waiting.with(by.department());
    }

    private Set<State> states() {
        if ("OPEN".equals(stage)) {
            return open();
        }
        var chosen = Shown.constant(Stage.class, stage);
        return chosen == null ? Set.of() : Set.copyOf(chosen.states());
    }

    static Set<State> open() {
        return java.util.Arrays.stream(State.values())
                .filter(state -> !state.over())
                .collect(java.util.stream.Collectors.toSet());
    }

    /** Whether anything was chosen. */
    public boolean isAny() {
        return !parts().isEmpty();
    }

    /** The address of a page with this choice. */
    String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        parts().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts()).toUriString();
    }

    private Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        put(parts, "stage", stage);
        put(parts, "area", area);
        put(parts, "category", category);
        put(parts, "time", time);
        put(parts, "words", words);
        put(parts, "department", department);
        put(parts, "leading", leading);
        put(parts, "from", from);
        put(parts, "to", to);
        put(parts, "mine", mine);
        return parts;
    }

    private static void put(Map<String, Object> parts, String name, @Nullable String value) {
        var text = Shown.filled(value);
        if (text != null) {
            parts.put(name, Objects.requireNonNull(text));
        }
    }
}
