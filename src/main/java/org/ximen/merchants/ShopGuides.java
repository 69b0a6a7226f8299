package org.ximen.merchants;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Validity;
import org.ximen.text.Language;

/** What the library has for a stage in the life of a shop. */
final class ShopGuides {
    private static final int MOST = 6;

    private final Library library;
    private final ShopFit fit;

    ShopGuides(Library library, ShopFit fit) {
        this.library = library;
        this.fit = fit;
    }

    /**
     * What there is: that of the stage first, that of the trade before that of all; empty where
     * there is nothing.
     *
     * @param trade id; null where it is not known
     * @param area code; null where it is not known
     */
    List<Article> of(
            @Nullable String trade,
            String stage,
            @Nullable String area,
            Language language,
            LocalDate day) {
        record Fitting(Article article, boolean ofStage, boolean ofTrade) {}
        return library.list().stream()
                .filter(article -> article.kind() != Article.Kind.NOTICE)
                .filter(article -> article.language() == language)
                .filter(article -> article.on(day) == Validity.CURRENT)
                .filter(article -> fit.isFor(article, area))
                .flatMap(article ->
                        fit.tag(article, trade, stage).stream()
                                .map(tag ->
                                        new Fitting(
                                                article,
                                                article.tags().stream().anyMatch(fit::isStage),
                                                !fit.isStage(tag))))
                .sorted(
                        Comparator.comparing((Fitting each) -> !each.ofStage())
                                .thenComparing(each -> !each.ofTrade())
                                .thenComparing(each -> each.article().kind() != Article.Kind.GUIDE)
                                .thenComparing(each -> each.article().id()))
                .map(Fitting::article)
                .limit(MOST)
                .toList();
    }

    /** The article of this id, as long as it holds and merchants may read it. */
    Optional<Article> find(String id, LocalDate day) {
        return library.find(id)
                .filter(fit::isForMerchants)
                .filter(article -> article.on(day) == Validity.CURRENT);
    }
}
