package org.ximen.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Fact;
import org.ximen.knowledge.Import;

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
    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("title", "标题"),
                    Map.entry("kind", "种类"),
                    Map.entry("number", "文号"),
                    Map.entry("issuer", "发文单位"),
                    Map.entry("published", "发布日期"),
                    Map.entry("effective", "施行日期"),
                    Map.entry("amended", "修正日期"),
                    Map.entry("expires", "失效日期"),
                    Map.entry("supersedes", "替代"),
                    Map.entry("repeals", "废止"),
                    Map.entry("extends", "延长有效期的是"),
                    Map.entry("extended", "延长到"),
                    Map.entry("amends", "修改"));

    /**
     * Something that the file says of itself.
     *
     * @param words where it was read from
     */
    record Said(String label, String value, String words) {
        static Said of(Fact fact) {
            var kind = Shown.constant(Article.Kind.class, fact.value());
            var value = kind == null ? fact.value() : ArticlePages.KINDS.getOrDefault(kind, "");
            return new Said(LABELS.getOrDefault(fact.key(), fact.key()), value, fact.words());
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
