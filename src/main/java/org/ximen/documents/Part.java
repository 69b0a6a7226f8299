package org.ximen.documents;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a document, in reading order. */
public sealed interface Part {

    /** Its words; the cells of a table between bars, one row a line. */
    String text();

    /**
     * A heading.
     *
     * @param level 1 for the title, 2 and more for what stands below it
     */
    record Heading(int level, String text) implements Part {}

    /** Running text without line breaks of its own, or an item of a list. */
    record Paragraph(String text) implements Part {}

    /** A table; its first row is the header, and all rows are equally long. */
    record Table(List<List<String>> rows) implements Part {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            return rows.stream()
                    .map(row -> row.stream().collect(Collectors.joining(" | ", "| ", " |")))
                    .collect(Collectors.joining("\n"));
        }
    }
}
