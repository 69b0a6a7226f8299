package org.ximen.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Comma, semicolon or tab separated values; quotes as RFC 4180 has them. */
final class CsvFile {
    private final String text;
    private final char comma;
    private final Budget budget;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvFile(String text, Budget budget) {
        this.text = text;
        this.budget = budget;
        this.comma = separator(text.lines().findFirst().orElse(""));
    }

    static Document read(byte[] bytes, Budget budget) {
        var decoded = Decoded.of(bytes);
        var utf8 = decoded.charset().equals(StandardCharsets.UTF_8);
        var notes = utf8 ? List.<String>of() : List.of("文字是 " + decoded.charset() + " 编码，已转换");
        return FaqTable.of(new CsvFile(decoded.text(), budget).rows(), notes);
    }

    private static char separator(String head) {
        return head.indexOf('\t') >= 0
                ? '\t'
                : head.indexOf(',') < 0 && head.indexOf(';') >= 0 ? ';' : ',';
    }

    private List<List<String>> rows() {
        while (at < text.length()) {
            row.add(cell());
            boolean more = at < text.length() && text.charAt(at) == comma;
            at++;
            if (!more) {
                end();
            }
        }
        if (!row.isEmpty()) {
            end();
        }
        return rows;
    }

    private void end() {
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(row);
        }
        if (rows.size() > FaqTable.MOST_ROWS) {
            throw new Unreadable("问答超过 " + FaqTable.MOST_ROWS + " 条，请拆成几个文件");
        }
        row = new ArrayList<>();
    }

    private String cell() {
        var cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length() && (quoted || !ends(text.charAt(at)))) {
            char c = text.charAt(at++);
            if (quoted && c == '"') {
                quoted = at < text.length() && text.charAt(at) == '"';
                at += quoted ? 1 : 0;
                if (!quoted) {
                    continue;
                }
            }
            cell.append(c);
        }
        skipReturn();
        budget.take(cell.length());
        return cell.toString().strip();
    }

    private void skipReturn() {
        if (at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n') {
            at++;
        }
    }

    private boolean ends(char c) {
        return c == comma || c == '\n' || c == '\r';
    }
}
