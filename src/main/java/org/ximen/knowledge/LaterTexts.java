package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article.Later;
import org.ximen.knowledge.Article.Reason;
import org.ximen.validity.Force;
import org.ximen.validity.TermGrammar;

/** What the texts of a library do to one another, in whatever order they came. */
final class LaterTexts {
    private static final Pattern NAMED = Pattern.compile("《([^《》]+)》");

    private final Versions versions;
    private final Collection<Article> articles;
    private final Map<String, Versions.Replacement> replaced;
    private final Map<String, LocalDate> repealed = new HashMap<>();
    private final Map<String, LocalDate> prolonged = new HashMap<>();
    private final Map<String, List<Reason>> reasons = new HashMap<>();

    private LaterTexts(Collection<Article> articles, Map<String, Versions.Replacement> replaced) {
        this.versions = new Versions(articles);
        this.articles = articles;
        this.replaced = replaced;
    }

    /** By article id; those that no other speaks of have none. */
    static Map<String, Later> of(
            Collection<Article> articles, Map<String, Versions.Replacement> replaced) {
        var texts = new LaterTexts(articles, replaced);
        articles.stream().sorted(Comparator.comparing(Article::start)).forEach(texts::act);
        texts.laws();
        return texts.all();
    }

    private void act(Article by) {
        var acts = by.acts();
        for (var other : versions.named(by, acts.repeals())) {
            repealed.merge(other.id(), by.start(), (a, b) -> a.isBefore(b) ? a : b);
        }
        for (var other : versions.named(by, acts.prolongs())) {
            prolong(other, by);
        }
        for (var other : versions.named(by, acts.amends())) {
            because(other, by, "《" + by.title() + "》修改了它");
        }
    }

    private void prolong(Article other, Article by) {
        var until = acts(by);
        var last = until == null ? null : last(until, other);
        if (last == null) {
            because(other, by, "《" + by.title() + "》延长了它的有效期，没有读出延长到哪天");
        } else {
            prolonged.merge(other.id(), last, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    private static Force.@Nullable End acts(Article by) {
        var until = by.acts().until();
        return until == null ? null : TermGrammar.written(until).orElse(null);
    }

    /** 延长5年 counts from the day on which it would have ended. */
    private @Nullable LocalDate last(Force.End until, Article other) {
        return switch (until) {
            case Force.OnDay on -> on.day();
            case Force.Lasting lasting -> {
                var end = prolonged.getOrDefault(other.id(), other.expires());
                yield end == null ? null : end.plus(lasting.term());
            }
        };
    }

    /** One changed law is a reason to look at every article that rests on it. */
    private void laws() {
        var resting = new HashMap<String, List<Article>>();
        for (var article : articles) {
            Laws.of(article).stream()
                    .map(Versions::plain)
                    .distinct()
                    .forEach(law ->
                            resting.computeIfAbsent(law, l -> new ArrayList<>()).add(article));
        }
        for (var by : articles) {
            for (var law : changed(by)) {
                resting.getOrDefault(law, List.of()).stream()
                        .filter(article -> !article.id().equals(by.id()))
                        .forEach(article -> because(article, by, "依据的法规有变动：《" + by.title() + "》"));
            }
        }
    }

    /** The laws that a text changes: those that it acts on, and itself where it is one. */
    private static Set<String> changed(Article by) {
        var acts = by.acts();
        var changed = new HashSet<String>();
        changed.add(Versions.plain(by.title()));
        Stream.of(acts.repeals(), acts.amends(), by.supersedes())
                .filter(words -> words != null)
                .flatMap(words -> NAMED.matcher(words).results())
                .map((MatchResult found) -> Versions.plain(found.group(1)))
                .forEach(changed::add);
        return changed;
    }

    /** Unless somebody has looked since. */
    private void because(Article article, Article by, String words) {
        var since = by.start();
        var seen = article.checkedOn() == null ? article.start() : article.checkedOn();
        if (since.isAfter(seen)) {
            reasons.computeIfAbsent(article.id(), id -> new ArrayList<>())
                    .add(new Reason(words, since, by.id()));
        }
    }

    private Map<String, Later> all() {
        var ids = new HashSet<>(replaced.keySet());
        Stream.of(repealed, prolonged, reasons).forEach(each -> ids.addAll(each.keySet()));
        var all = new HashMap<String, Later>();
        ids.forEach(id -> all.put(id, later(id)));
        return all;
    }

    private Later later(String id) {
        var replacement = replaced.get(id);
        var why = new ArrayList<>(reasons.getOrDefault(id, List.of()));
        why.sort(Comparator.comparing(Reason::since).reversed());
        return new Later(
                replacement == null ? null : replacement.from(),
                repealed.get(id),
                prolonged.get(id),
                why);
    }
}
