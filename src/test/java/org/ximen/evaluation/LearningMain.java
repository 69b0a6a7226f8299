package org.ximen.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.Learning;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.meaning.LanguageModel;
import org.ximen.models.BgeEmbedder;
import org.ximen.settings.ConfigFile;

/**
 * Writes what the ranker and the gate learn from. Arguments: the home folder, a file of passages or
 * a folder of articles (with {@code @0} or {@code @1} behind it one half of them), then pairs of a
 * file of questions and the table to write.
 */
final class LearningMain {
    private LearningMain() {}

    public static void main(String... args) throws IOException {
        var home = Path.of(args[0]);
        var synonyms = new ConfigFile<>(Path.of("config/synonyms.yaml"), SynonymsFile.class);
        var instruments =
                new Instruments(
                        home,
                        LocalDate.now(),
                        new BgeEmbedder(home),
                        LuceneRetriever::new,
                        new Dictionary(synonyms),
                        new District(
                                new ConfigFile<>(
                                        Path.of("config/district.yaml"), DistrictFile.class)),
                        () -> {
                            throw new IllegalStateException();
                        },
                        () -> {
                            throw new IllegalStateException();
                        },
                        () -> {
                            throw new IllegalStateException();
                        },
                        LanguageModel.NONE);
        try (var bench = Bench.open(passages(args[1]), true, instruments, System.err)) {
            for (int i = 2; i < args.length; i += 2) {
                write(bench, Path.of(args[i]), Path.of(args[i + 1]));
            }
        }
    }

    private static PassageFile passages(String name) throws IOException {
        var parts = name.split("@");
        var path = Path.of(parts[0]);
        if (Files.isRegularFile(path)) {
            return PassageFile.read(path, null);
        }
        var articles = Learning.articles(path);
        return parts.length == 1 ? library(articles) : library(half(articles, parts[1]));
    }

    private static List<Article> half(List<Article> articles, String half) {
        return articles.stream()
                .filter(article ->
                        Math.floorMod(article.id().hashCode(), 2) == Integer.parseInt(half))
                .toList();
    }

    /** Sections by {@code article#last heading}. */
    private static PassageFile library(List<Article> articles) {
        var ids = new HashMap<String, String>();
        for (var article : articles) {
            for (var section : article.sections()) {
                var path = section.path();
                var id = article.id() + (path.isEmpty() ? "" : "#" + path.getLast());
                ids.put(PassageFile.key(article.id(), String.join(" ", path)), id);
            }
        }
        return new PassageFile(articles, ids);
    }

    private static void write(Bench bench, Path questions, Path table) throws IOException {
        try (var out = Files.newBufferedWriter(table)) {
            out.write("QUESTION\tRIGHT\tPASSAGE\t" + Learning.columns() + "\n");
            var written = new HashSet<String>();
            for (var line : Line.of(questions)) {
                var question = line.text("question").replaceAll("\\s", " ");
                if (!written.add(question)) {
                    continue;
                }
                var gold = new HashSet<>(line.texts("passage_ids"));
                gold.addAll(line.texts("articles"));
                gold.addAll(line.texts("also_ok"));
                for (var row :
                        Learning.rows(bench.answers(), question, line.asker(), bench.today())) {
                    var id = bench.id(row.article(), row.heading());
                    int right = gold.contains(id) ? 1 : 0;
                    out.write(question + "\t" + right + "\t" + id + "\t" + row.values() + "\n");
                }
            }
        }
    }
}
