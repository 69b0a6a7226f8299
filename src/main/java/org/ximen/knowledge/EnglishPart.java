package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Shelf.Entry;
import org.ximen.text.Language;
import org.ximen.text.Plain;

/** The English articles at one moment. */
final class EnglishPart {
    private static final EnglishWeights RANKER = EnglishWeights.read("english-ranker.txt");
    private static final int CANDIDATES = 60;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    // No word, so no text has it.
    private static final String UNSEEN = "qzxqzx";

    private final EnglishIndex index;
    private final double unseen;
    private final Map<String, EnglishText> texts = new HashMap<>();

    private EnglishPart(EnglishIndex index) {
        this.index = index;
        this.unseen = words(UNSEEN).weight();
    }

    /** Those of a library. */
    static EnglishPart of(Shelf shelf, Retriever retriever, List<List<String>> alike) {
        var entries = entries(shelf);
        var all =
                entries.stream()
                        .flatMap(e ->
                                e.passages().stream().map(p -> EnglishText.indexed(e.article(), p)))
                        .toList();
        var part = new EnglishPart(retriever.english(all, alike));
        entries.forEach(part::add);
        return part;
    }

    static List<Entry> entries(Shelf shelf) {
        return shelf.entries().values().stream().filter(e -> e.isIn(Language.EN)).toList();
    }

    private void add(Entry entry) {
        var article = entry.article();
        var said = new ArrayList<>(article.questions());
        entry.passages().forEach(passage -> said.add(passage.meaning()));
        var whole = words(String.join("\n", said));
        for (var passage : entry.passages()) {
            var text =
                    new EnglishText(
                            article,
                            passage,
                            words(passage.title()),
                            words(passage.heading()),
                            words(passage.text()),
                            form(passage.heading()),
                            whole);
            texts.put(passage.id(), text);
        }
    }

    private EnglishWords words(String text) {
        return EnglishWords.of(index.words(text));
    }

    private EnglishText text(String id) {
        return Objects.requireNonNull(texts.get(id), id);
    }

    private EnglishForm form(String text) {
        return EnglishForm.of(index.written(text));
    }

    EnglishIndex.Mended mended(String question) {
        return index.mended(question);
    }

    /** A question's words that tell something of what it is about. */
    EnglishWords question(String text) {
        var words = words(text);
        return words.only(word -> words.weight(word) < unseen || !index.isCommon(word));
    }

    /** The passages that come into question, best first. */
    List<EnglishMatch> matches(String text, Predicate<Article> allowed) {
        var question = question(text);
        var form = form(text);
        return ranked(
                index.search(text, CANDIDATES).stream()
                        .map(id -> new EnglishMatch(question, form, text(id)))
                        .filter(match -> allowed.test(match.article()))
                        .toList());
    }

    /** What stands under just this question, or is best in an article that says it answers it. */
    Optional<EnglishMatch> verbatim(String text, Predicate<Article> allowed) {
        var asked = bare(text);
        var heads =
                texts.values().stream()
                        .filter(each -> isAsked(asked, each.passage().question()))
                        .map(each -> each.article().id())
                        .toList();
        var lists =
                texts.values().stream()
                        .map(EnglishText::article)
                        .filter(each -> each.questions().stream().anyMatch(q -> isAsked(asked, q)))
                        .map(Article::id)
                        .toList();
        return within(text, heads.isEmpty() ? lists : heads, allowed).stream().findFirst();
    }

    private static boolean isAsked(String asked, @Nullable String question) {
        return question != null && bare(question).equals(asked);
    }

    private static String bare(String text) {
        return BETWEEN.matcher(Plain.comparable(text)).replaceAll("");
    }

    /** All passages of some articles, best first for a question. */
    List<EnglishMatch> within(
            String text, Collection<String> articles, Predicate<Article> allowed) {
        var question = question(text);
        var form = form(text);
        return ranked(
                texts.values().stream()
                        .filter(each -> articles.contains(each.article().id()))
                        .filter(each -> allowed.test(each.article()))
                        .map(each -> new EnglishMatch(question, form, each))
                        .toList());
    }

    private static List<EnglishMatch> ranked(List<EnglishMatch> found) {
        var best = new HashMap<String, Double>();
        found.forEach(match -> best.merge(match.article().id(), RANKER.sum(match), Math::max));
        return found.stream()
                .map(match -> match.ranked(RANKER.sum(match), ahead(match, best)))
                .sorted(Comparator.comparingDouble(match -> -match.score()))
                .toList();
    }

    private static double ahead(EnglishMatch match, Map<String, Double> best) {
        double other =
                best.entrySet().stream()
                        .filter(each -> !each.getKey().equals(match.article().id()))
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        return RANKER.sum(match) - other;
    }
}
