package org.ximen.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** The rows of a table that somebody brings as a file: CSV, or the first sheet of an XLSX. */
public final class TableRows {
    /** More rows below the head are refused. */
    public static final int MOST = 5_000;

    /** Goes before a number that Excel stored as such and whose last digits are lost. */
    public static final String ROUNDED = "≈";

    private static final int CHARACTERS = 5_000_000;

    private TableRows() {}

    /**
     * Its rows, the head first; empty rows are left out. A cell that is written as a formula for
     * its own text ({@code ="007"}) is that text.
     *
     * @throws Unreadable if it cannot be taken, with a sentence for who brought it
     * @throws IOException if the disk does not serve
     */
    public static List<List<String>> read(String name, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw new Unreadable("文件是空的");
        }
        return Documents.guarded(() -> rows(name, bytes), Budget.TIME).stream()
                .map(row -> row.stream().map(TableRows::plain).toList())
                .toList();
    }

    private static List<List<String>> rows(String name, byte[] bytes) throws IOException {
        var budget = new Budget(Budget.TIME, CHARACTERS);
        var refusal = Documents.refusal(name);
        if (refusal != null) {
            throw new Unreadable(refusal);
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? sheet(bytes, budget)
                : CsvFile.rows(Decoded.of(bytes).text(), budget, MOST + 1);
    }

    /** A zip is read from a file, which is gone when it is read. */
    private static List<List<String>> sheet(byte[] bytes, Budget budget) throws IOException {
        var file = Files.createTempFile("rows", ".xlsx");
        try {
            Files.write(file, bytes);
            try (var zip = new OfficeZip(file, budget)) {
                return XlsxFile.rows(zip, budget, MOST + 1);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static String plain(String cell) {
        return cell.matches("(?s)=\"[^\"]*\"") ? cell.substring(2, cell.length() - 1) : cell;
    }
}
