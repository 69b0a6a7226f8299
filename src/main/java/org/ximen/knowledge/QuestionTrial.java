package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question that an article says it answers.
 *
 * @param cited whether the answer quotes it, be it as a guess
 * @param text of the answer; absent where there was none
 * @param instead titles of the articles that were quoted or offered in its place
 */
public record QuestionTrial(
        String question, boolean cited, @Nullable String text, List<String> instead) {
    public QuestionTrial {
        instead = List.copyOf(instead);
    }

    /** Asks every question of an article as somebody of its audience would. */
    public static List<QuestionTrial> all(Answers answers, Article article, LocalDate today) {
        return article.questions().stream()
                .map(question -> of(answers, question, article, today))
                .toList();
    }

    /** Asks one question. */
    public static QuestionTrial of(
            Answers answers, String question, Article article, LocalDate today) {
        var audience = article.audience().stream().findFirst().orElse(Audience.RESIDENT);
        var asker = new Asker(audience, Set.of(), article.language());
        return switch (answers.answer(question, asker, today)) {
            case Finding.Answered answered -> answered(question, answered, article);
            case Finding.Unsure(var nearest, var likely, var lapsed, var confidence) ->
                    likely == null
                            ? failed(question, nearest)
                            : answered(question, likely, article);
            case Finding.Silent silent -> failed(question, List.of());
            case Finding.Nothing nothing -> failed(question, List.of());
        };
    }

    private static QuestionTrial answered(
            String question, Finding.Answered answered, Article article) {
        boolean cited =
                answered.citations().stream()
                        .anyMatch(source -> source.article().equals(article.id()));
        var titles = answered.citations().stream().map(Finding.Source::title).distinct().toList();
        return new QuestionTrial(question, cited, answered.text(), cited ? List.of() : titles);
    }

    private static QuestionTrial failed(String question, List<Finding.Nearest> nearest) {
        var titles = nearest.stream().map(Finding.Nearest::title).distinct().toList();
        return new QuestionTrial(question, false, null, titles);
    }
}
