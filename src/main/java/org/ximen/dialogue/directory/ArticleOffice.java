package org.ximen.dialogue.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.chat.Citation;
import org.ximen.dialogue.Turn;
import org.ximen.directory.Directory;
import org.ximen.directory.PlaceToGo;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Article;

/** Finds the place at which that is done of which the article tells that was cited last. */
final class ArticleOffice {
    // What is announced takes place somewhere else.
    private static final Set<Article.Kind> TELLING =
            Set.of(Article.Kind.GUIDE, Article.Kind.POLICY, Article.Kind.FAQ);

    private final Directory directory;
    private final Answers answers;

    ArticleOffice(Directory directory, Answers answers) {
        this.directory = directory;
        this.answers = answers;
    }

    /** The place of the sections that were cited, else of the whole guide. */
    Optional<PlaceToGo> of(Turn turn) {
        var before = turn.standing().answer();
        return before == null || turn.standing().place() != null
                ? Optional.empty()
                : before.articles().stream()
                        .flatMap(id -> answers.article(id).stream())
                        .filter(article -> TELLING.contains(article.kind()))
                        .flatMap(article -> texts(turn, article))
                        .flatMap(text -> directory.office(text, HoursTexts.today(turn)).stream())
                        .findFirst();
    }

    private static Stream<String> texts(Turn turn, Article article) {
        var cited = cited(turn, article.id());
        var sections =
                article.sections().stream()
                        .filter(section -> cited.contains(String.join(" ", section.path())))
                        .map(Article.Section::text)
                        .collect(Collectors.joining("\n"));
        return article.kind() == Article.Kind.GUIDE
                ? Stream.of(sections, article.text())
                : Stream.of(sections);
    }

    private static List<String> cited(Turn turn, String article) {
        return turn.around().last().stream()
                .flatMap(reply -> reply.citations().stream())
                .filter(citation -> citation.article().equals(article))
                .map(Citation::section)
                .filter(Objects::nonNull)
                .toList();
    }
}
