package org.ximen.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes tables for spreadsheets; no cell of them is ever taken for a formula. */
public final class TableWriter {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private TableWriter() {}

    /** UTF-8 with a mark, by which Excel knows it; separated by commas as RFC 4180 has it. */
    public static byte[] csv(List<List<TableCell>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TableWriter::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One sheet of an Excel file, whose head stays in sight. */
    public static byte[] xlsx(String name, List<List<TableCell>> rows) {
        var bytes = new ByteArrayOutputStream();
        XlsxSheet.write(name, rows, bytes);
        return bytes.toByteArray();
    }

    /** The words, so that no spreadsheet computes them, now or when they are saved again. */
    static String harmless(String words) {
        return !words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0
                ? "'" + words
                : words;
    }

    private static String quoted(TableCell cell) {
        var text =
                switch (cell) {
                    case TableCell.Words words -> harmless(words.text());
                    case TableCell.Moment moment -> MOMENT.format(moment.at());
                };
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
