package org.ximen.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Fact;
import org.ximen.knowledge.Import;
import org.ximen.text.WordLists;

/**
 * What became of a file, as a page shows it.
 *
 * @param article id of the article that answers from it
 * @param why one sentence: what was left out, or why the file was refused
 */
record ImportLine(
        String file,
        String state,
        String tone,
        @Nullable String article,
        @Nullable String title,
        String why,
        List<Said> facts,
        String at) {
    private static final WordLists LABELS =
            WordLists.beside(ImportLine.class, "import-words.properties");

    /**
     * Something that the file says of itself.
     *
     * @param words where it was read from
     */
    record Said(String label, String value, String words) {
        static Said of(Fact fact) {
            var kind = Shown.constant(Article.Kind.class, fact.value());
            var value = kind == null ? fact.value() : ArticlePages.KINDS.getOrDefault(kind, "");
            return new Said(LABELS.line(fact.key()).orElse(fact.key()), value, fact.words());
        }
    }

    static ImportLine of(Import report, String at) {
        return new ImportLine(
                report.file(),
                report.state().shown(),
                tone(report.state()),
                report.article(),
                report.title(),
                why(report),
                report.facts().stream().map(Said::of).toList(),
                at);
    }

    private static String tone(Import.State state) {
        return switch (state) {
            case TAKEN -> "good";
            case CLEANED -> "wait";
            case REFUSED -> "bad";
        };
    }

    private static String why(Import report) {
        var said = String.join("；", report.warnings());
        var kept = report.kept() ? "；继续使用原来的版本" : "";
        return said.isEmpty() ? "" : (said + kept).replaceFirst("。?$", "。");
    }
}
