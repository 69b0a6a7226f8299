package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.ximen.knowledge.Article.Block;
import org.ximen.knowledge.Article.Section;

/** Turns the Markdown body of an article into sections with heading paths. */
final class Body extends AbstractVisitor {
    static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    // Laws number their articles at the start of a paragraph; people cite them by it.
    private static final Pattern ARTICLE =
            Pattern.compile("(第[一二三四五六七八九十百千零〇0-9]+条(?:之[一二三四五六七八九十]+)?)[ \\u3000]+(?s)(.*)");
    // A remark that nobody reads: what else people ask that the section answers, one a line.
    private static final Pattern ASKED =
            Pattern.compile("<!--\\s*也这样问[:：]?(.*?)-->", Pattern.DOTALL);

    private final List<Section> sections = new ArrayList<>();
    private final List<Heading> open = new ArrayList<>();
    private List<String> path = List.of();
    private List<Block> blocks = new ArrayList<>();
    private List<String> questions = new ArrayList<>();

    private Body() {}

    static List<Section> sections(String markdown) {
        var body = new Body();
        MARKDOWN.parse(markdown).accept(body);
        body.close(List.of());
        return body.sections;
    }

    private void close(List<String> next) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(path, blocks, questions));
        } else if (!path.isEmpty() && !below(next, path)) {
            // A heading with nothing below it is all that is said.
            var above = path.subList(0, path.size() - 1);
            sections.add(new Section(above, List.of(new Block(path.getLast(), false))));
        }
        path = next;
        blocks = new ArrayList<>();
        questions = new ArrayList<>();
    }

    private static boolean below(List<String> next, List<String> path) {
        return next.size() > path.size() && next.subList(0, path.size()).equals(path);
    }

    private void add(String text) {
        if (!text.isBlank()) {
            blocks.add(new Block(text.strip(), false));
        }
    }

    private List<String> headings() {
        return open.stream()
                .filter(h -> h.getLevel() > 1) // the first level repeats the title
                .map(Inline::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Override
    public void visit(Heading heading) {
        open.removeIf(h -> h.getLevel() >= heading.getLevel());
        open.add(heading);
        close(headings());
    }

    @Override
    public void visit(Paragraph paragraph) {
        var text = Inline.text(paragraph);
        var numbered = ARTICLE.matcher(text);
        if (numbered.matches() && paragraph.getParent().getParent() == null) {
            var next = new ArrayList<>(headings());
            next.add(numbered.group(1));
            close(next);
            add(numbered.group(2));
        } else {
            add(text);
        }
    }

    @Override
    public void visit(BulletList list) {
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item, "· ");
        }
    }

    @Override
    public void visit(OrderedList list) {
        var start = list.getMarkerStartNumber();
        int number = start == null ? 1 : start;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item, number++ + ". ");
        }
    }

    private void item(Node item, String mark) {
        boolean first = true;
        for (var child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (first && child instanceof Paragraph paragraph && item instanceof ListItem) {
                add(mark + Inline.text(paragraph));
            } else {
                child.accept(this);
            }
            first = false;
        }
    }

    @Override
    public void visit(FencedCodeBlock code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        add(Jsoup.parse(html.getLiteral()).text());
        var asked = ASKED.matcher(html.getLiteral());
        while (asked.find()) {
            asked.group(1)
                    .lines()
                    .map(String::strip)
                    .filter(q -> !q.isEmpty())
                    .forEach(questions::add);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            blocks.add(new Block(Inline.table(table), true));
        }
    }
}
