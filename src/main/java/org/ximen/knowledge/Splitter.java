package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article.Section;
import org.ximen.text.Language;

/**
 * Cuts an article into passages: whole sections where they are short, else runs of paragraphs,
 * never inside a sentence or a row; what is left of a long table has its header again.
 */
final class Splitter {
    // The model was trained on such lengths, and a quote of them still fits a phone.
    private static final int LEAST = 200;
    private static final int USUAL = 350;
    private static final int MOST = 450;
    // So many letters say as much as a Chinese character.
    private static final int LETTERS = 3;

    private final Language language;
    private final int least;
    private final int usual;
    private final int most;

    private Splitter(Language language) {
        int letters = language == Language.EN ? LETTERS : 1;
        this.language = language;
        this.least = LEAST * letters;
        this.usual = USUAL * letters;
        this.most = MOST * letters;
    }

    static List<Passage> passages(Article article) {
        var splitter = new Splitter(article.language());
        var passages = new ArrayList<Passage>();
        Map<List<String>, Integer> seen = new HashMap<>();
        for (var section : article.sections()) {
            for (var text : splitter.cut(section)) {
                int ordinal = seen.merge(section.path(), 1, Integer::sum);
                passages.add(passage(article, section, ordinal, text));
            }
        }
        return passages;
    }

    private static Passage passage(Article article, Section section, int ordinal, String text) {
        var path = section.path();
        var id = article.id() + "#" + String.join("/", path) + "#" + ordinal;
        return new Passage(
                id,
                article.id(),
                article.title(),
                path,
                question(article, path),
                text,
                section.questions());
    }

    private static @Nullable String question(Article article, List<String> path) {
        if (path.isEmpty()) {
            return null;
        }
        var heading = path.getLast();
        boolean asks = heading.endsWith("？") || heading.endsWith("?");
        return asks || article.kind() == Article.Kind.FAQ ? heading : null;
    }

    /** The text of a Chinese section in pieces of the right length. */
    static List<String> texts(Section section) {
        return new Splitter(Language.ZH).cut(section);
    }

    private List<String> cut(Section section) {
        var whole = section.text();
        if (whole.length() <= most) {
            return whole.isBlank() ? List.of() : List.of(whole);
        }
        var pieces = new ArrayList<StringBuilder>();
        for (var unit : units(section)) {
            append(pieces, unit);
        }
        return pieces.stream().map(p -> p.toString().strip()).filter(p -> !p.isEmpty()).toList();
    }

    /**
     * What is never cut.
     *
     * @param goesOn the rest of a table, with the header said again: it stands alone
     */
    private record Unit(String text, boolean goesOn) {}

    private List<Unit> units(Section section) {
        var units = new ArrayList<Unit>();
        for (var block : section.blocks()) {
            if (block.table() && block.text().length() > most) {
                rows(block.text(), units);
            } else if (block.table() || block.text().length() <= usual) {
                units.add(new Unit(block.text() + "\n", false));
            } else {
                Sentences.of(block.text() + "\n", language)
                        .forEach(s -> units.add(new Unit(s, false)));
            }
        }
        return units;
    }

    /** A long table in pieces between its rows, each below the header. */
    private void rows(String table, List<Unit> units) {
        var header = table.lines().findFirst().orElseThrow() + "\n";
        var piece = new StringBuilder(header);
        boolean first = true;
        for (var row : table.lines().skip(1).toList()) {
            if (piece.length() > header.length() && piece.length() + row.length() > usual) {
                units.add(new Unit(piece.toString(), !first));
                first = false;
                piece = new StringBuilder(header);
            }
            piece.append(row).append('\n');
        }
        units.add(new Unit(piece.toString(), !first));
    }

    private void append(List<StringBuilder> pieces, Unit unit) {
        int length = pieces.isEmpty() ? most : pieces.getLast().length();
        int joined = length + unit.text().length();
        boolean fits = joined <= usual || length < least && joined <= most || unit.text().isBlank();
        if (pieces.isEmpty() || !fits || unit.goesOn()) {
            pieces.add(new StringBuilder());
        }
        pieces.getLast().append(unit.text());
    }
}
