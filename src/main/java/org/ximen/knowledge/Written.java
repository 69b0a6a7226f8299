package org.ximen.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.documents.Part;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;
import org.ximen.documents.Part.Table;

/** Writes a document as the Markdown article that says the same. */
final class Written {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&#|~]");
    private static final Pattern START = Pattern.compile("^(\\d{1,9})([.)])|^([-+=:])");
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    private Written() {}

    /** A whole article. */
    static String article(Map<String, String> head, List<Part> parts) {
        var body = parts.stream().map(Written::part).collect(Collectors.joining("\n\n"));
        return "---\n" + head(head) + "---\n" + body + "\n";
    }

    /** Lines of front matter. */
    static String head(Map<String, String> head) {
        return head.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + value(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String value(String value) {
        var line = BREAK.matcher(value).replaceAll(" ").strip();
        boolean plain = !line.contains(" #") && !line.matches("[\"'#].*");
        var quote = line.contains("\"") && !line.contains("'") ? "'" : "\"";
        return plain ? line : quote + line.replace(quote, "”") + quote;
    }

    private static String part(Part part) {
        return switch (part) {
            case Heading(int level, String text) ->
                    "#".repeat(Math.clamp(level, 2, 6)) + " " + escaped(text);
            case Paragraph(String text) -> escaped(text);
            case Table table -> table(table);
        };
    }

    private static String table(Table table) {
        var rows = table.rows().stream().map(Written::row).toList();
        var rule = "|" + "---|".repeat(table.rows().getFirst().size());
        return rows.getFirst()
                + "\n"
                + rule
                + rows.stream().skip(1).map(row -> "\n" + row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Written::escaped).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(String text) {
        var line = BREAK.matcher(text).replaceAll(" ").strip();
        var plain = SPECIAL.matcher(line).replaceAll("\\\\$0");
        return START.matcher(plain).replaceFirst("$1\\\\$2$3");
    }
}
