package org.ximen.knowledge;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.settings.ConfigFile;
import org.ximen.text.Plain;

/**
 * Writes what the English weights learn from: everything found for every question that an English
 * article of the sample lists, once among articles that do not list it ("there") and once among all
 * other articles ("gone"); and for what goes on from another question ("next").
 */
public final class EnglishLearning {
    private static final String ENGLISH = "english/";

    private final List<Article> articles;
    private final Retriever retriever;
    private final List<List<String>> alike;
    private final PrintStream out;

    private EnglishLearning(
            List<Article> articles,
            Retriever retriever,
            List<List<String>> alike,
            PrintStream out) {
        this.articles = articles;
        this.retriever = retriever;
        this.alike = alike;
        this.out = out;
    }

    /** Called with the file to write. */
    public static void main(String[] args) throws IOException {
        var home = Files.createTempDirectory("english");
        var synonyms = new ConfigFile<>(Path.of("config/synonyms.yaml"), SynonymsFile.class);
        try (var retriever = new LuceneRetriever(home, "none");
                var out = new PrintStream(args[0])) {
            new EnglishLearning(sample(), retriever, synonyms.get().english(), out).write();
        }
        System.exit(0); // what follows the file would go on
    }

    private static List<Article> sample() throws IOException {
        var articles = new ArrayList<Article>();
        try (var files = Files.list(Path.of("knowledge", "english"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().replace(Reception.MARKDOWN, "");
                articles.add(MarkdownArticle.read(ENGLISH + name, Files.readString(file)));
            }
        }
        return articles;
    }

    private void write() {
        out.println(
                "set\tquestion\tgold\tarticle\theading\t"
                        + Arrays.stream(EnglishFeature.values())
                                .map(Enum::name)
                                .collect(Collectors.joining("\t")));
        articles.forEach(this::gone);
        int most = articles.stream().mapToInt(each -> each.questions().size()).max().orElse(0);
        for (int nth = 0; nth < most; nth++) {
            there(nth);
        }
        next(part(articles));
    }

    /** What goes on from another question, asked alone. */
    private void next(EnglishPart part) {
        for (var line : read(Path.of("src/test/ranker/english-next.tsv"))) {
            var cells = line.split("\t", -1);
            rows("next", part, cells[1], cells[2]);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void gone(Article article) {
        var part = part(articles.stream().filter(each -> each != article).toList());
        article.questions().forEach(question -> rows("gone", part, question, article.id()));
    }

    /** Every article lacks one of its questions. */
    private void there(int nth) {
        var part = part(articles.stream().map(each -> without(each, nth)).toList());
        for (var article : articles) {
            if (nth < article.questions().size()) {
                rows("there", part, article.questions().get(nth), article.id());
            }
        }
    }

    private static Article without(Article article, int nth) {
        if (nth >= article.questions().size()) {
            return article;
        }
        var asked = "\n  - " + article.questions().get(nth) + "\n";
        return MarkdownArticle.read(article.id(), article.markdown().replace(asked, "\n"));
    }

    private EnglishPart part(Collection<Article> some) {
        return EnglishPart.of(Shelf.of(some, List.of(), Set.of()), retriever, alike);
    }

    private void rows(String set, EnglishPart part, String question, String right) {
        var meant = part.mended(Plain.comparable(question)).text();
        for (var match : part.matches(meant, each -> true)) {
            var start = String.join("\t", set, question, right, match.article().id());
            out.println(start + "\t" + match.passage().heading() + "\t" + values(match));
        }
    }

    private static String values(EnglishMatch match) {
        return Arrays.stream(EnglishFeature.values())
                .map(feature -> String.format(Locale.ROOT, "%.6g", feature.of(match)))
                .collect(Collectors.joining("\t"));
    }
}
