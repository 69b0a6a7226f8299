package org.ximen.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ximen.documents.Part.Paragraph;
import org.ximen.documents.Part.Table;

/** A table of a Word file as it comes; a table inside a cell is text of that cell. */
final class DocxTable {
    private static final int COLUMNS = 50;
    private static final int ROWS = 5000;

    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int open;
    private int span = 1;
    private boolean merged;

    boolean isOpen() {
        return open > 0;
    }

    void open() {
        open++;
    }

    void row() {
        if (open == 1) {
            rows.add(new ArrayList<>());
        }
        if (rows.size() > ROWS) {
            throw new Unreadable("表格超过 " + ROWS + " 行，请拆成几个文件");
        }
    }

    void cell() {
        if (open == 1) {
            cell.setLength(0);
            span = 1;
            merged = false;
        }
    }

    void span(String columns) {
        if (open == 1 && columns.matches("[1-9]\\d?")) {
            span = Integer.parseInt(columns);
        }
    }

    void merged(boolean withAbove) {
        merged = open == 1 && withAbove;
    }

    void text(String text) {
        cell.append(cell.isEmpty() ? "" : " ").append(text);
    }

    void endCell() {
        if (open != 1 || rows.isEmpty()) {
            return;
        }
        var row = rows.getLast();
        for (int i = 0; i < span && row.size() < COLUMNS; i++) {
            row.add(merged ? above(row.size()) : cell.toString());
        }
    }

    private String above(int column) {
        var above = rows.size() < 2 ? List.<String>of() : rows.get(rows.size() - 2);
        return column < above.size() ? above.get(column) : "";
    }

    /** What the outermost table says, once it is closed: a table, or text that it only frames. */
    Optional<List<Part>> close(Budget budget) {
        if (--open > 0) {
            return Optional.empty();
        }
        rows.removeIf(row -> row.stream().allMatch(String::isBlank));
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        rows.forEach(row -> {
            while (row.size() < width) {
                row.add("");
            }
        });
        budget.check();
        List<Part> parts =
                width >= 2 && rows.size() >= 2
                        ? List.of(new Table(rows))
                        : rows.stream().map(row -> (Part) new Paragraph(framed(row))).toList();
        rows.clear();
        return Optional.of(parts);
    }

    private static String framed(List<String> row) {
        return String.join(" ", row.stream().filter(cell -> !cell.isBlank()).distinct().toList());
    }
}
