package org.ximen.documents;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;
import org.ximen.documents.Part.Table;

/** The content of a page in reading order; walks without recursion, however deep it goes. */
final class HtmlParts implements NodeFilter {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final Budget budget;

    HtmlParts(Budget budget) {
        this.budget = budget;
    }

    List<Part> of(Element content) {
        content.filter(this);
        close(0, "");
        return parts;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.text());
        } else if (node instanceof Element element) {
            return open(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        if (element.normalName().equals("br") || element.isBlock()) {
            close(0, "");
        }
        if (element.normalName().equals("table")) {
            var rows = HtmlTable.rows(element, budget);
            if (!rows.isEmpty()) {
                parts.add(new Table(rows));
                return FilterResult.SKIP_ENTIRELY;
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            var name = element.normalName();
            close(name.matches("h[1-6]") ? name.charAt(1) - '0' : 0, name.equals("li") ? "· " : "");
        }
        return FilterResult.CONTINUE;
    }

    private void close(int level, String mark) {
        var text = HtmlFile.line(line.toString());
        line.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        budget.take(text.length());
        parts.add(level > 0 ? new Heading(Math.max(2, level), text) : new Paragraph(mark + text));
    }
}
