package org.ximen.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.knowledge.Dictionary.Meant;

/**
 * What the street's dictionary makes of the articles. What is for areas that the street does not
 * have answers nobody: what was written for one neighbourhood must never go to all.
 *
 * @param words the street's own
 * @param areas by article, where it is for some only
 */
record ArticlePlacement(List<String> words, Map<String, Meant> areas) {
    static final ArticlePlacement NONE = new ArticlePlacement(List.of(), Map.of());
    private static final Logger LOG = LoggerFactory.getLogger(ArticlePlacement.class);

    static ArticlePlacement of(Collection<Article> articles, Dictionary dictionary) {
        var areas =
                articles.stream()
                        .filter(article -> !article.areas().isEmpty())
                        .collect(Collectors.toMap(Article::id, a -> dictionary.areas(a.areas())));
        return new ArticlePlacement(dictionary.words(), areas);
    }

    /** The same articles, each for the areas that it means. */
    List<Article> placed(Collection<Article> articles) {
        return articles.stream()
                .map(article -> {
                    var meant = areas.get(article.id());
                    return meant == null ? article : article.in(meant.codes());
                })
                .toList();
    }

    /** Ids of those that answer nobody. */
    Set<String> withheld() {
        return areas.entrySet().stream()
                .filter(entry -> entry.getValue().codes().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Tells of unknown areas that were not told of before. */
    void tell(ArticlePlacement before) {
        areas.forEach((id, meant) -> {
            if (!meant.equals(before.areas.get(id))) {
                meant.trouble().ifPresent(why -> LOG.error("文章 {}：{}", id, why));
            }
        });
    }

    /** The report of a file that was taken, with what is wrong with its areas. */
    Import corrected(Import report) {
        var id = report.article();
        return id == null
                ? report
                : trouble(id).map(why -> report.with(state(id), why)).orElse(report);
    }

    /** A report of an article that is no file, where something is wrong with its areas. */
    Optional<Import> report(String id, @Nullable Article article, Instant at) {
        var title = article == null ? null : article.title();
        return trouble(id)
                .map(why ->
                        new Import(id, state(id), id, title, false, List.of(why), List.of(), at));
    }

    private Optional<String> trouble(String id) {
        var meant = areas.get(id);
        return meant == null ? Optional.empty() : meant.trouble();
    }

    private Import.State state(String id) {
        return withheld().contains(id) ? Import.State.REFUSED : Import.State.CLEANED;
    }
}
