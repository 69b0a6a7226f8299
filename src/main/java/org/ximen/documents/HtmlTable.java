package org.ximen.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/** The rows of an HTML table; a cell that spans several is said in each of them. */
final class HtmlTable {
    private static final int COLUMNS = 50;
    private static final int ROWS = 5000;
    private static final int LONGEST_CELL = 1000;

    private final List<TreeMap<Integer, String>> rows = new ArrayList<>();

    private final Budget budget;

    private HtmlTable(Budget budget) {
        this.budget = budget;
    }

    /** Empty if the table only arranges the page. */
    static List<List<String>> rows(Element table, Budget budget) {
        if (table.nodeStream(Element.class).skip(1).anyMatch(e -> e.nameIs("table"))) {
            return List.of();
        }
        var read = new HtmlTable(budget);
        var trs = table.select("tr");
        if (trs.size() > ROWS) {
            throw new Unreadable("表格超过 " + ROWS + " 行，请拆成几个文件");
        }
        for (int i = 0; i < trs.size(); i++) {
            read.add(i, trs.get(i), trs.size());
        }
        return read.isData() ? read.even() : List.of();
    }

    private void add(int index, Element tr, int most) {
        int column = 0;
        for (var cell : tr.children()) {
            while (row(index).containsKey(column)) {
                column++;
            }
            int down = Math.min(span(cell, "rowspan"), most - index);
            int across = span(cell, "colspan");
            put(index, column, new int[] {down, across}, HtmlFile.line(cell.text()));
            column += across;
        }
    }

    private void put(int row, int column, int[] size, String text) {
        for (int r = row; r < row + size[0]; r++) {
            for (int c = column; c < Math.min(COLUMNS, column + size[1]); c++) {
                budget.take(text.length() + 1);
                row(r).putIfAbsent(c, text);
            }
        }
    }

    private TreeMap<Integer, String> row(int index) {
        while (rows.size() <= index) {
            rows.add(new TreeMap<>());
        }
        return rows.get(index);
    }

    private static int span(Element cell, String name) {
        var given = cell.attr(name).strip();
        return given.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(given), ROWS) : 1;
    }

    private boolean isData() {
        rows.removeIf(row -> row.values().stream().allMatch(String::isEmpty));
        return rows.size() >= 2
                && width() >= 2
                && rows.stream()
                        .flatMap(row -> row.values().stream())
                        .allMatch(cell -> cell.length() <= LONGEST_CELL);
    }

    private int width() {
        return rows.stream().mapToInt(row -> row.isEmpty() ? 0 : row.lastKey() + 1).max().orElse(0);
    }

    private List<List<String>> even() {
        var even = new ArrayList<List<String>>();
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (int c = 0; c < width(); c++) {
                cells.add(row.getOrDefault(c, ""));
            }
            even.add(cells);
        }
        return even;
    }
}
