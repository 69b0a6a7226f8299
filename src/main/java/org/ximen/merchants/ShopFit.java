package org.ximen.merchants;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Audience;

/** Which articles are for which shops: by the trades and stages they are tagged with, and areas. */
final class ShopFit {
    private final ShopCatalog catalog;
    private final District district;

    ShopFit(ShopCatalog catalog, District district) {
        this.catalog = catalog;
        this.district = district;
    }

    /** Whether an article is tagged with a trade or a stage at all. */
    boolean isTagged(Article article) {
        return article.tags().stream().anyMatch(tag -> isTrade(tag) || isStage(tag));
    }

    private boolean isTrade(String tag) {
        return catalog.trades().stream().anyMatch(trade -> trade.is(tag));
    }

    /** Whether a tag names a stage. */
    boolean isStage(String tag) {
        return catalog.stages().stream().anyMatch(stage -> stage.name().equals(tag));
    }

    /**
     * The tag for which an article is for a shop of a trade in a stage: the trade's where it has
     * one; empty where it is not.
     *
     * @param trade id; null where it is not known
     */
    Optional<String> tag(Article article, @Nullable String trade, String stage) {
        var trades = article.tags().stream().filter(this::isTrade).toList();
        var stages = article.tags().stream().filter(this::isStage).toList();
        var own = catalog.trade(trade);
        var fitting = trades.stream().filter(tag -> own.filter(each -> each.is(tag)).isPresent());
        var byTrade = fitting.findFirst();
        var name = catalog.stage(stage).map(ShopStage::name).orElse(stage);
        boolean ofTrade = trades.isEmpty() || byTrade.isPresent();
        boolean ofStage = stages.isEmpty() || stages.contains(name);
        boolean tagged = !trades.isEmpty() || !stages.isEmpty();
        return tagged && ofTrade && ofStage ? Optional.of(byTrade.orElse(name)) : Optional.empty();
    }

    /** Whether it is for merchants in an area; where that is not known, only what is for all. */
    boolean isFor(Article article, @Nullable String area) {
        return isForMerchants(article)
                && (article.areas().isEmpty() || isIn(area, article.areas()));
    }

    /** Whether merchants may read it at all. */
    boolean isForMerchants(Article article) {
        return article.audience().isEmpty() || article.audience().contains(Audience.MERCHANT);
    }

    private boolean isIn(@Nullable String area, List<String> areas) {
        return area != null
                && areas.stream()
                        .flatMap(each -> district.area(each).stream())
                        .flatMap(each -> district.with(each).stream())
                        .map(Area::code)
                        .anyMatch(area::equals);
    }
}
