package org.ximen.documents;

import java.time.LocalDateTime;

/** What stands in a cell of a table that is written. */
public sealed interface TableCell {

    /** Words; also numbers whose zeros count. */
    record Words(String text) implements TableCell {}

    /** A point in time by the clock on the wall. */
    record Moment(LocalDateTime at) implements TableCell {}
}
