package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ximen.db.Db;

/**
 * The cases as reports of something at a place, for whoever looks for what comes back. What was
 * joined to another case, taken back or refused as no matter of the street is left out.
 */
public final class Occurrences {
    private final OccurrenceTable table;

    public Occurrences(Db db) {
        this.table = new OccurrenceTable(db);
    }

    /** All that was reported from an instant until before another, oldest first. */
    public List<Occurrence> reported(Instant from, Instant until) {
        return table.reported(null, from, until);
    }

    /** The same of one category, by its code. */
    public List<Occurrence> reported(String category, Instant from, Instant until) {
        return table.reported(category, from, until);
    }

    /** All that was reported or opened again since an instant, with how often the latter. */
    public List<Occurrence> active(Instant since) {
        return table.active(since);
    }

    /** Those of the numbers that count, oldest first. */
    public List<Occurrence> of(List<String> numbers) {
        return table.of(numbers);
    }

    /** When the first case was reported that is kept; empty where there is none. */
    public Optional<Instant> first() {
        return table.first();
    }

    /** Who reported or joined some cases and can be told, by the numbers of the cases. */
    public List<Concerned> concerned(List<String> numbers) {
        return table.concerned(numbers);
    }
}
