package org.ximen.merchants;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.settings.ConfigFile;
import org.ximen.text.Language;

/** Trades, stages and stewards, always by the newest configuration. */
public final class ShopCatalog {
    private final ConfigFile<MerchantsFile> file;
    private final District district;
    private volatile @Nullable Entries entries;

    private record Entries(
            MerchantsFile file,
            List<ShopTrade> trades,
            List<ShopStage> stages,
            List<ShopSteward> stewards) {
        // Of one reading of the file, so that a bad entry is told once.
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(MerchantsFile other) {
            return file == other;
        }
    }

    ShopCatalog(ConfigFile<MerchantsFile> file, District district) {
        this.file = file;
        this.district = district;
    }

    private Entries entries() {
        var now = file.get();
        var known = entries;
        if (known == null || !known.isOf(now)) {
            known =
                    new Entries(
                            now,
                            file.each("trades", now.trades(), ShopTrade.class),
                            file.each("stages", now.stages(), ShopStage.class),
                            file.each("stewards", now.stewards(), ShopSteward.class));
            entries = known;
        }
        return known;
    }

    boolean isEmpty() {
        return trades().isEmpty();
    }

    List<ShopTrade> trades() {
        return entries().trades();
    }

    /** Ids and names of all trades, in the order of the file. */
    public List<Named> tradeNames() {
        return trades().stream().map(trade -> new Named(trade.id(), trade.name())).toList();
    }

    /** An id and what people read for it. */
    public record Named(String id, String name) {}

    /** All stages, in the order of the file. */
    public List<ShopStage> stages() {
        return entries().stages();
    }

    int daysBetweenVisits() {
        return entries().file().daysBetweenVisits();
    }

    /** The trade of this id. */
    Optional<ShopTrade> trade(@Nullable String id) {
        return trades().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The stage of this id. */
    public Optional<ShopStage> stage(@Nullable String id) {
        return stages().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What people read for a trade; its id where the file names it no longer. */
    public String tradeName(Language language, String id) {
        return trade(id)
                .map(each -> language.of(each.name(), or(each.english(), each.name())))
                .orElse(id);
    }

    /** What people read for a stage; its id where the file names it no longer. */
    public String stageName(Language language, String id) {
        return stage(id)
                .map(each -> language.of(each.name(), or(each.english(), each.name())))
                .orElse(id);
    }

    /** What people read for a tag of an article, which is a trade or a stage by name. */
    public String tagName(Language language, String tag) {
        var trade = trades().stream().filter(each -> each.name().equals(tag)).findFirst();
        var stage = stages().stream().filter(each -> each.name().equals(tag)).findFirst();
        return trade.map(each -> tradeName(language, each.id()))
                .or(() -> stage.map(each -> stageName(language, each.id())))
                .orElse(tag);
    }

    private static String or(@Nullable String words, String otherwise) {
        return words == null ? otherwise : words;
    }

    /**
     * Who looks after the shops of an area: the one of the smallest part of the street that holds
     * it.
     *
     * @param code of the area; null where it is not known
     */
    public Optional<ShopSteward> steward(@Nullable String code) {
        var at = code == null ? Optional.<Area>empty() : district.area(code);
        for (var area = at; area.isPresent(); area = above(area.get())) {
            var own = of(area.get());
            if (own.isPresent()) {
                return own;
            }
        }
        return entries().stewards().stream()
                .filter(each -> each.area() == null || isWhole(each.area()))
                .findFirst();
    }

    private boolean isWhole(String named) {
        return district.area(named).filter(district.whole()::equals).isPresent();
    }

    private Optional<ShopSteward> of(Area area) {
        return entries().stewards().stream()
                .filter(each ->
                        each.area() != null
                                && district.area(each.area()).filter(area::equals).isPresent())
                .findFirst();
    }

    private Optional<Area> above(Area area) {
        var parent = area.parent();
        return parent == null ? Optional.empty() : district.area(parent);
    }
}
