package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;
import org.ximen.validity.TermWords;

/**
 * Which article replaces which: the one it names by id or by title (《…》), and an older policy of
 * the same title, issuer and areas.
 */
final class Versions {
    private static final Pattern NAMED = Pattern.compile("《([^《》]+)》(?:[（(]([^（）()《》]+号)[）)])?");
    // A notice that issues a rule is called after it.
    private static final Pattern ISSUES =
            Pattern.compile(".*" + TermWords.any("issuing.title") + "[^《]*《([^《》]+)》[^《》]*");
    private static final Pattern EDITION =
            Pattern.compile("[（(][^（）()]*" + TermWords.any("edition") + "[^（）()]*[）)]$|\\s+");

    private final Map<String, Article> ids = new HashMap<>();
    private final Map<String, List<Article>> titles = new HashMap<>();

    Versions(Collection<Article> articles) {
        for (var article : articles) {
            ids.put(article.id(), article);
            names(article)
                    .forEach(name ->
                            titles.computeIfAbsent(name, n -> new ArrayList<>()).add(article));
        }
    }

    /**
     * @param by id of the article that replaces another
     * @param from first day on which it does
     */
    record Replacement(String by, LocalDate from) {}

    /** By article id: what replaces it first. */
    static Map<String, Replacement> replaced(Collection<Article> articles) {
        return new Versions(articles).replaced();
    }

    private Map<String, Replacement> replaced() {
        var replaced = new HashMap<String, Replacement>();
        for (var article : ids.values()) {
            var replacement = new Replacement(article.id(), article.start());
            older(article)
                    .filter(other -> !other.id().equals(article.id()))
                    .forEach(other ->
                            replaced.merge(
                                    other.id(),
                                    replacement,
                                    BinaryOperator.minBy(Comparator.comparing(Replacement::from))));
        }
        return replaced;
    }

    private static Stream<String> names(Article article) {
        var issued = ISSUES.matcher(article.title());
        return issued.matches()
                ? Stream.of(plain(article.title()), plain(issued.group(1))).distinct()
                : Stream.of(plain(article.title()));
    }

    /**
     * The articles that a text names by 《…》: those of the title, of this number if it says one, or
     * else that number alone; never itself.
     */
    List<Article> named(Article by, @Nullable String words) {
        return words == null
                ? List.of()
                : NAMED.matcher(words)
                        .results()
                        .flatMap(found -> meant(found.group(1), found.group(2)))
                        .filter(other -> !other.id().equals(by.id()))
                        .distinct()
                        .toList();
    }

    private Stream<Article> meant(String title, @Nullable String number) {
        var titled = titled(title).toList();
        if (number == null) {
            return titled.stream();
        }
        var numbered = ids.values().stream().filter(a -> isNumber(a.number(), number)).toList();
        var both = titled.stream().filter(numbered::contains).toList();
        var unnumbered = titled.stream().filter(a -> a.number() == null).toList();
        return Stream.of(both, numbered, unnumbered)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream();
    }

    private static boolean isNumber(@Nullable String one, String other) {
        return one != null && bare(one).equals(bare(other));
    }

    private static String bare(String number) {
        return Plain.comparable(number).replaceAll("[^\\p{IsHan}0-9]", "");
    }

    /** A title as others write it, without its edition. */
    static String plain(String title) {
        return EDITION.matcher(Plain.comparable(title)).replaceAll("");
    }

    private Stream<Article> older(Article article) {
        var named = Objects.requireNonNullElse(article.supersedes(), "");
        // Titles may stand behind an id.
        var id = NAMED.matcher(named).replaceAll("").strip();
        var byId = Stream.of(id, id.replaceFirst("\\.md$", "")).distinct().map(ids::get);
        return Stream.of(byId.filter(Objects::nonNull), byTitle(article, named), editions(article))
                .flatMap(others -> others);
    }

    private Stream<Article> byTitle(Article article, String named) {
        return NAMED.matcher(named)
                .results()
                .flatMap(found -> titled(found.group(1)))
                .filter(other -> other.start().isBefore(article.start()));
    }

    private Stream<Article> editions(Article article) {
        return article.kind() == Article.Kind.POLICY
                ? titled(article.title()).filter(other -> isEdition(article, other))
                : Stream.empty();
    }

    private static boolean isEdition(Article article, Article other) {
        return other.kind() == Article.Kind.POLICY
                && other.start().isBefore(article.start())
                && other.areas().equals(article.areas())
                && (other.issuer() == null
                        || article.issuer() == null
                        || other.issuer().equals(article.issuer()));
    }

    private Stream<Article> titled(String title) {
        return titles.getOrDefault(plain(title), List.of()).stream();
    }
}
