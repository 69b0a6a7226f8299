package org.ximen.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.ximen.documents.Part;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;
import org.ximen.documents.Part.Table;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes articles, the only one to do so: what is read back says the same. */
final class MarkdownWriter {
    private static final MarkdownRenderer MARKDOWN =
            MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build();
    private static final YAMLMapper YAML =
            new YAMLMapper(
                    YAMLFactory.builder()
                            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                            .disable(YAMLWriteFeature.SPLIT_LINES)
                            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                            .build());
    // The renderer does not escape all that would begin a list or a block of code.
    private static final Pattern START = Pattern.compile("^(\\d{0,9})([-+.)~])");
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    private MarkdownWriter() {}

    /**
     * A whole article.
     *
     * @param head texts and lists of texts by their keys
     */
    static String article(Map<String, ?> head, List<Part> parts) {
        return fenced(head) + body(parts);
    }

    /** The head between its lines. */
    static String fenced(Map<String, ?> head) {
        return "---\n" + head(head) + "---\n";
    }

    /** Lines of front matter. */
    static String head(Map<String, ?> head) {
        var lines = new LinkedHashMap<String, Object>();
        head.forEach((key, value) -> lines.put(key, value instanceof String s ? line(s) : value));
        return lines.isEmpty() ? "" : YAML.writeValueAsString(lines);
    }

    private static String line(String text) {
        return BREAK.matcher(text).replaceAll(" ").strip();
    }

    private static String body(List<Part> parts) {
        var document = new Document();
        parts.forEach(part -> document.appendChild(node(part)));
        return MARKDOWN.render(document);
    }

    private static Node node(Part part) {
        return switch (part) {
            case Heading(int level, String text) -> heading(Math.clamp(level, 2, 6), text);
            case Paragraph(String text) -> with(new org.commonmark.node.Paragraph(), text);
            case Table table -> table(table);
        };
    }

    private static Node heading(int level, String text) {
        var heading = new org.commonmark.node.Heading();
        heading.setLevel(level);
        return with(heading, text);
    }

    private static Node with(Node node, String text) {
        var line = line(text);
        var start = START.matcher(line);
        if (start.find()) {
            node.appendChild(raw(start.group(1) + "\\" + start.group(2)));
        }
        node.appendChild(new Text(start.replaceFirst("")));
        return node;
    }

    private static Node raw(String markdown) {
        var raw = new HtmlInline();
        raw.setLiteral(markdown);
        return raw;
    }

    private static Node table(Table table) {
        var head = new TableHead();
        head.appendChild(row(table.rows().getFirst(), true));
        var body = new TableBody();
        table.rows().stream().skip(1).forEach(row -> body.appendChild(row(row, false)));
        var block = new TableBlock();
        block.appendChild(head);
        block.appendChild(body);
        return block;
    }

    private static TableRow row(List<String> cells, boolean header) {
        var row = new TableRow();
        for (var text : cells) {
            var cell = new TableCell();
            cell.setHeader(header);
            row.appendChild(with(cell, text));
            // A backslash right before the bar would take it for its own.
            cell.appendChild(new Text(" "));
        }
        return row;
    }
}
