package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The plain words of Markdown nodes. */
final class Inline extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    private Inline() {}

    static String text(Node node) {
        var inline = new Inline();
        inline.visitChildren(node);
        return inline.words.toString().strip();
    }

    /** One row a line, cells between bars. */
    static String table(TableBlock table) {
        var rows = new ArrayList<String>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(row(row));
            }
        }
        return String.join("\n", rows);
    }

    private static String row(Node row) {
        List<String> cells = new ArrayList<>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(text(cell));
        }
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(HardLineBreak end) {
        words.append('\n');
    }

    @Override
    public void visit(SoftLineBreak end) {
        // Chinese is written without blanks, so a wrapped line joins without one.
        boolean latin = !words.isEmpty() && words.charAt(words.length() - 1) < '\u2e80';
        words.append(latin ? " " : "");
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        var to = link.getDestination();
        if (to.matches("https?://.+") && words.indexOf(to) < 0) {
            words.append('（').append(to).append('）');
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (!(node instanceof TableRow) && !(node instanceof TableCell)) {
            visitChildren(node);
        }
    }
}
