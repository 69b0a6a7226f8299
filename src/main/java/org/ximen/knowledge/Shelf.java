package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.isolation.IsolatedRun;
import org.ximen.text.Language;

/**
 * All articles at one moment, cut into passages.
 *
 * @param before by the id of an article: those that it replaces
 */
record Shelf(
        Map<String, Entry> entries,
        Map<String, Passage> passages,
        Map<String, Set<String>> before) {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    // Grows when the cutting or the index's fields change, so that every index is made anew.
    private static final String FORM = "6";

    static final Shelf EMPTY = new Shelf(Map.of(), Map.of(), Map.of());

    record Entry(Article article, String fingerprint, List<Passage> passages) {
        boolean isIn(Language language) {
            return article.language() == language;
        }
    }

    /**
     * @param dictionary the street's own words, with which the articles are indexed
     * @param withheld ids of articles that answer nobody
     */
    static Shelf of(Collection<Article> articles, List<String> dictionary, Set<String> withheld) {
        var form = FORM + Hashes.of(String.join("\n", dictionary));
        var counting = articles.stream().filter(a -> !withheld.contains(a.id())).toList();
        var replaced = Versions.replaced(counting);
        var later = LaterTexts.of(counting, replaced);
        Map<String, Entry> entries = new TreeMap<>();
        Map<String, Passage> passages = new LinkedHashMap<>();
        for (var article : articles) {
            var dated = article.with(later.getOrDefault(article.id(), Article.Later.NONE));
            var entry = withheld.contains(article.id()) ? empty(dated) : entry(dated, form);
            entries.put(article.id(), entry);
            entry.passages().forEach(p -> passages.put(p.id(), p));
        }
        Map<String, Set<String>> before = new HashMap<>();
        replaced.forEach((older, newer) ->
                before.computeIfAbsent(newer.by(), id -> new HashSet<>()).add(older));
        return new Shelf(entries, passages, before);
    }

    private static Entry entry(Article article, String form) {
        var content =
                form
                        + article.later().endedFrom()
                        + article.later().prolonged()
                        + article.areas()
                        + article.markdown();
        return IsolatedRun.of(
                () -> new Entry(article, Hashes.of(content), Splitter.passages(article)),
                why -> {
                    LOG.error("文章 {} {}", article.id(), RefusalReason.of(article.id(), why));
                    return empty(article);
                });
    }

    private static Entry empty(Article article) {
        return new Entry(article, "", List.of());
    }

    /** Ids of the articles that this one replaces at once. */
    Set<String> older(String article) {
        return before.getOrDefault(article, Set.of());
    }

    /** Whether any article does not count on a day. */
    boolean hasLapsed(LocalDate day) {
        return entries.values().stream()
                .anyMatch(entry -> entry.article().scope(day) == Retriever.Scope.LAPSED);
    }

    /** All Chinese titles and headings. */
    Set<String> heads() {
        var heads = new HashSet<String>();
        for (var entry : entries.values()) {
            if (entry.isIn(Language.ZH)) {
                heads.add(entry.article().title());
                entry.passages().forEach(passage -> heads.addAll(passage.path()));
            }
        }
        return heads;
    }

    /** All passages of an article, in order. */
    List<Passage> passages(String article) {
        var entry = entries.get(article);
        return entry == null ? List.of() : entry.passages();
    }

    Optional<Article> article(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::article);
    }
}
