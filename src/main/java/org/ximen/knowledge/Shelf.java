package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All articles at one moment, cut into passages. */
record Shelf(Map<String, Entry> entries, Map<String, Passage> passages) {
    // Grows when the cutting or the index's fields change, so that every index is made anew.
    private static final String FORM = "2";

    static final Shelf EMPTY = new Shelf(Map.of(), Map.of());

    record Entry(Article article, String fingerprint, List<Passage> passages) {}

    static Shelf of(Collection<Article> articles) {
        var replaced = replaced(articles);
        Map<String, Entry> entries = new TreeMap<>();
        Map<String, Passage> passages = new LinkedHashMap<>();
        for (var article : articles) {
            var entry = entry(article.replaced(replaced.get(article.id())));
            entries.put(article.id(), entry);
            entry.passages().forEach(p -> passages.put(p.id(), p));
        }
        return new Shelf(entries, passages);
    }

    private static Entry entry(Article article) {
        var content = FORM + article.replacedFrom() + article.markdown();
        return new Entry(article, Hashes.of(content), Splitter.passages(article));
    }

    /** By article id: the day from which another one replaces it. */
    private static Map<String, LocalDate> replaced(Collection<Article> articles) {
        var days = new HashMap<String, LocalDate>();
        for (var article : articles) {
            Stream.ofNullable(article.supersedes())
                    .flatMap(named -> articles.stream())
                    .filter(other -> names(article, other))
                    .forEach(other ->
                            days.merge(
                                    other.id(), article.start(), (a, b) -> a.isBefore(b) ? a : b));
        }
        return days;
    }

    private static boolean names(Article article, Article other) {
        var named = article.supersedes();
        return named != null
                && !article.id().equals(other.id())
                && (named.equals(other.id()) || named.equals(other.id() + ".md"));
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
