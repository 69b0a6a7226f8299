package org.ximen.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.ximen.documents.Part.Heading;
import org.ximen.documents.Part.Paragraph;

/** Hears the main part of a Word file. */
final class DocxBody implements Xml.Listener {
    // What was deleted or is said twice for older programs, and what is no text.
    private static final Set<String> SKIPPED =
            Set.of("del", "moveFrom", "Fallback", "instrText", "delText", "footnote", "comment");

    private final List<Part> parts = new ArrayList<>();
    private final Styles styles;
    private final Numbering numbering;
    private final Budget budget;
    private final StringBuilder text = new StringBuilder();
    private final DocxTable table = new DocxTable();
    private int skipped;
    private boolean words;
    private boolean inRun;
    private boolean unseen;
    private int hidden;
    private String style = "";
    private String list = "";
    private int depth;
    private int outline;

    DocxBody(Styles styles, Numbering numbering, Budget budget) {
        this.styles = styles;
        this.numbering = numbering;
        this.budget = budget;
    }

    List<Part> parts() {
        return parts;
    }

    List<String> cleaned() {
        return hidden == 0 ? List.of() : List.of("去掉了文件里隐藏的文字 " + hidden + " 处");
    }

    @Override
    public void open(String name, XMLStreamReader element) {
        if (skipped > 0 || SKIPPED.contains(name)) {
            skipped++;
            return;
        }
        switch (name) {
            case "p" -> paragraph();
            case "r" -> inRun = true;
            case "t" -> words = inRun;
            case "tab" -> text.append(inRun ? " " : "");
            case "br", "cr" -> text.append(inRun ? "\n" : "");
            case "tbl" -> table.open();
            case "tr" -> table.row();
            case "tc" -> table.cell();
            default -> property(name, Xml.value(element, "val"));
        }
    }

    private void property(String name, String value) {
        switch (name) {
            case "pStyle" -> style = value;
            case "numId" -> list = value;
            case "ilvl" -> depth = value.matches("[0-8]") ? value.charAt(0) - '0' : 0;
            case "outlineLvl" -> outline = value.matches("[0-8]") ? value.charAt(0) - '0' + 2 : 0;
            case "vanish", "webHidden" -> unseen = inRun && !value.matches("0|false|off");
            case "gridSpan" -> table.span(value);
            case "vMerge" -> table.merged(!value.equals("restart"));
            default -> {}
        }
    }

    private void paragraph() {
        style = "";
        list = "";
        depth = 0;
        outline = 0;
    }

    @Override
    public void close(String name) {
        if (skipped > 0) {
            skipped--;
            return;
        }
        switch (name) {
            case "p" -> endParagraph();
            case "t" -> words = false;
            case "r" -> {
                inRun = false;
                unseen = false;
            }
            case "tc" -> table.endCell();
            case "tbl" -> table.close(budget).ifPresent(parts::addAll);
            default -> {}
        }
    }

    private void endParagraph() {
        var said = HtmlFile.line(text.toString());
        text.setLength(0);
        if (said.isEmpty()) {
            return;
        }
        budget.take(said.length());
        var numbered = number() + said;
        int level = Math.max(styles.level(style), outline);
        if (table.isOpen()) {
            table.text(numbered);
        } else {
            parts.add(level > 0 ? new Heading(level, numbered) : new Paragraph(numbered));
        }
    }

    private String number() {
        var numbers = list.isEmpty() ? styles.list(style) : list;
        return numbers.isEmpty() || numbers.equals("0") ? "" : numbering.next(numbers, depth);
    }

    @Override
    public void text(String piece) {
        if (words && skipped == 0) {
            hidden += unseen ? 1 : 0;
            text.append(unseen ? "" : piece);
        }
    }
}
