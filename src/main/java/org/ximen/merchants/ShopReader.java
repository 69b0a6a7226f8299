package org.ximen.merchants;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.text.Plain;
import org.ximen.understanding.PlaceMention;

/** Reads what somebody tells of their own shop. */
public final class ShopReader {
    // A house number ends a place; what follows may be the shop.
    private static final Pattern HOUSE = Pattern.compile(".*[0-9０-９]+(?:号|弄|支弄|室)");
    private static final Pattern NAMED =
            Pattern.compile("店(?:名(?:叫|是)?|叫)(?:做|作)?[“\"「]?([\\p{IsHan}A-Za-z0-9·]{2,20})");
    // Below it words are not taken for those of a merchant.
    private static final double LIKELY = 0.6;
    // As sure it has to be where the words were read as something else.
    private static final double PLAINLY = 0.85;

    private final ShopCatalog catalog;
    private final District district;
    private final ShopStages stages;

    /**
     * What words tell of a shop; what they leave open is null.
     *
     * @param trade id
     * @param area code
     * @param stage id
     */
    public record ToldShop(
            @Nullable String name,
            @Nullable String trade,
            @Nullable String place,
            @Nullable String area,
            @Nullable String stage) {
        /** Whether it tells nothing. */
        public boolean isEmpty() {
            return name == null && trade == null && place == null && stage == null;
        }

        /** With what was known before, where that is enough to be noted. */
        public Optional<ShopDetails> over(@Nullable ShopDetails before) {
            if (before != null) {
                return Optional.of(after(before));
            }
            var at = stage == null ? ShopStage.RUNNING : stage;
            return Optional.ofNullable(trade)
                    .map(each -> new ShopDetails(name, each, place, area, at));
        }

        private ShopDetails after(ShopDetails before) {
            return new ShopDetails(
                    name == null ? before.name() : name,
                    trade == null ? before.trade() : trade,
                    place == null ? before.place() : place,
                    place == null ? before.area() : area,
                    stage == null ? before.stage() : stage);
        }
    }

    ShopReader(ShopCatalog catalog, District district, ShopStages stages) {
        this.catalog = catalog;
        this.district = district;
        this.stages = stages;
    }

    /** The stage of one's own shop of which words speak, read as somebody's own account. */
    public Optional<String> stage(String words) {
        return catalog.isEmpty() ? Optional.empty() : stages.in(words, LIKELY);
    }

    /** The same of words that were read as something else. */
    public Optional<String> plainStage(String words) {
        return catalog.isEmpty() ? Optional.empty() : stages.in(words, PLAINLY);
    }

    /** What words tell of a shop of which they are known to speak. */
    public ToldShop read(String words, List<PlaceMention> places) {
        var place =
                places.stream().filter(each -> each.evidence() != Evidence.RELATIVE).findFirst();
        var area = place.map(each -> each.place().area()).map(Area::code);
        return new ToldShop(
                name(words).orElse(null),
                trade(words).map(ShopTrade::id).orElse(null),
                place.map(this::shown).orElse(null),
                area.orElse(null),
                stage(words).orElse(null));
    }

    /** The trade whose longest word stands in the words; the rest of them only after all others. */
    private Optional<ShopTrade> trade(String words) {
        var plain = Plain.comparable(words);
        record Named(ShopTrade trade, int length) {}
        return catalog.trades().stream()
                .flatMap(trade ->
                        trade.words().stream()
                                .map(Plain::comparable)
                                .filter(word -> !word.isEmpty() && plain.contains(word))
                                .map(word -> new Named(trade, word.length())))
                .max(
                        Comparator.comparing((Named each) -> !each.trade().isRest())
                                .thenComparingInt(Named::length))
                .map(Named::trade);
    }

    private static Optional<String> name(String words) {
        var found = NAMED.matcher(Plain.visible(words));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The address without what stands behind it: 文庙路12号奶茶店. */
    private String shown(PlaceMention place) {
        var house = HOUSE.matcher(place.text());
        return house.lookingAt()
                ? house.group()
                : Stream.concat(
                                district.roadsOf(place.text()).stream(),
                                Stream.of(place.place().text()))
                        .findFirst()
                        .orElseThrow();
    }
}
