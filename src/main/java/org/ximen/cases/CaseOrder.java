package org.ximen.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** In which order a list of cases stands. */
public record CaseOrder(Key key, boolean descending) {
    /** The usual order of all cases. */
    public static final CaseOrder NEWEST = new CaseOrder(Key.REPORTED, true);

    /** What cannot wait first, then by deadline: the order to work in. */
    public static final CaseOrder URGENCY = new CaseOrder(Key.URGENCY, false);

    private static final String RUNNING =
            Arrays.stream(State.values())
                    .filter(State::ticking)
                    .map(State::name)
                    .collect(Collectors.joining("','", "('", "')"));

    // What has no running deadline stands last in both directions.
    private static final String TIMED = "case when state in " + RUNNING + " then 0 else 1 end";

    /** By what a list can stand. */
    public enum Key {
        URGENCY(),
        NUMBER("reported_on", "nth"),
        CATEGORY("category"),
        AREA("area"),
        STATE("state"),
        DEPARTMENT("department"),
        DEADLINE("deadline"),
        REPORTED("id");

        private final List<String> columns;

        Key(String... columns) {
            this.columns = List.of(columns);
        }

        /** As it stands in an address. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The order of a word such as {@code deadline}, or {@code -deadline} for the other way. */
    public static Optional<CaseOrder> of(String written) {
        boolean descending = written.startsWith("-");
        var word = descending ? written.substring(1) : written;
        return Arrays.stream(Key.values())
                .filter(key -> key.written().equals(word))
                .map(key -> new CaseOrder(key, descending))
                .findFirst();
    }

    /** As it stands in an address. */
    public String written() {
        return (descending ? "-" : "") + key.written();
    }

    /** The same list the other way round. */
    public CaseOrder turned() {
        return new CaseOrder(key, !descending);
    }

    String sql() {
        var way = descending ? " desc" : "";
        return switch (key) {
            case URGENCY ->
                    descending
                            ? " order by urgent, " + TIMED + ", deadline desc, id"
                            : " order by urgent desc, " + TIMED + ", deadline, id";
            case DEADLINE -> " order by " + TIMED + ", deadline" + way + ", id" + way;
            case REPORTED -> " order by id" + way;
            case NUMBER, CATEGORY, AREA, STATE, DEPARTMENT ->
                    key.columns.stream()
                            .map(column -> column + way)
                            .collect(Collectors.joining(", ", " order by ", ", id desc"));
        };
    }
}
