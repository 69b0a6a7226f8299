package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.knowledge.Retriever.Mode;
import org.ximen.knowledge.Retriever.Scope;

/** What the trees and the gate learn from: everything found for a question, with its features. */
public final class Learning {
    private Learning() {}

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
}
