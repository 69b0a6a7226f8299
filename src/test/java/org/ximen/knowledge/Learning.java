package org.ximen.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;
import org.ximen.text.Language;

/** What the trees and the gate learn from: everything found for a question, with its features. */
public final class Learning {
    private Learning() {}

    /** The Chinese articles of a folder. */
    public static List<Article> articles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var articles = new ArrayList<Article>();
            for (var file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                var id = folder.relativize(file).toString().replaceFirst("\\.md$", "");
                var article = MarkdownArticle.read(id, Files.readString(file));
                if (article.language() == Language.ZH) {
                    articles.add(article);
                }
            }
            return articles;
        }
    }

    /** The columns of {@link #rows}. */
    public static String columns() {
        return Stream.concat(
                        Arrays.stream(Feature.values()).map(Enum::name),
                        Arrays.stream(AnswerFeature.values()).map(f -> "ANSWER_" + f))
                .collect(Collectors.joining("\t"));
    }

    /**
     * A passage that was found.
     *
     * @param values by {@link #columns}, separated by tabs
     */
    public record Row(String article, String heading, String values) {}

    /** All candidates for a question. */
    public static List<Row> rows(Answers answers, String question, Asker asker, LocalDate day) {
        var asking = answers.finder().inquiry(question, asker, day).asking();
        return answers.finder()
                .find(asking, Scope.CURRENT, Mode.HYBRID)
                .map(Learning::row)
                .toList();
    }

    private static Row row(Found found) {
        var features = Arrays.stream(Feature.values()).map(feature -> feature.of(found.standing()));
        var answer = Arrays.stream(AnswerFeature.values()).map(feature -> feature.of(found));
        var values =
                Stream.concat(features, answer)
                        .map(value -> String.format(Locale.ROOT, "%.6g", value))
                        .collect(Collectors.joining("\t"));
        return new Row(found.article().id(), found.passage().heading(), values);
    }

    /**
     * A question as the models see it.
     *
     * @param text made comparable
     * @param vector of its meaning
     */
    public record Asked(String text, float[] vector) {}

    /** Reads a question. */
    public static Asked read(Answers answers, String question) {
        var asking =
                answers.finder()
                        .inquiry(question, Asker.of(Audience.RESIDENT), LocalDate.EPOCH)
                        .asking();
        return new Asked(asking.text(), Objects.requireNonNull(asking.meaning()).vector());
    }

    /**
     * What is known of a question behind an answer.
     *
     * @param values by {@link GoingOnFeature}
     * @param sections that may answer, the surest first, by {@code article#heading}, with the
     *     values of {@link #sectionNames}
     */
    public record Next(List<Double> values, Map<String, List<Double>> sections) {}

    /** The names of {@link Next#values}. */
    public static List<String> nextNames() {
        return Arrays.stream(GoingOnFeature.values()).map(Enum::name).toList();
    }

    /** The names of a section's values. */
    public static List<String> sectionNames() {
        var ways =
                Stream.of("ALONE_", "TOGETHER_")
                        .flatMap(way -> Arrays.stream(AnswerFeature.values()).map(f -> way + f));
        return Stream.concat(Stream.of(NextSection.CITED), ways).toList();
    }

    /** Looks at a question behind an answer as the product does. */
    public static Next next(
            Answers answers, Topic before, String question, double byWords, LocalDate day) {
        var next =
                answers.next(
                        question,
                        before,
                        (words, vector) -> byWords,
                        Asker.of(Audience.RESIDENT),
                        day);
        var values = Arrays.stream(GoingOnFeature.values()).map(f -> f.of(next)).toList();
        var sections = new LinkedHashMap<String, List<Double>>();
        for (var section : next.sections()) {
            var passage = section.alone().passage();
            var heading = passage.path().isEmpty() ? "" : passage.path().getLast();
            sections.putIfAbsent(
                    passage.article() + "#" + heading,
                    sectionNames().stream()
                            .map(name -> NextSection.feature(name).applyAsDouble(section))
                            .toList());
        }
        return new Next(values, sections);
    }
}
