package org.ximen.merchants;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.text.Plain;
import org.ximen.text.WordLists;
import org.ximen.understanding.PlaceMention;

/** Reads what somebody tells of their own shop. */
public final class ShopReader {
    private static final WordLists WORDS =
            WordLists.beside(ShopReader.class, "shop-words.properties");
    // The name stands in quotes, or goes on up to where the shop is, what it does, a number, or a
    // stop.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:%s\\s*%s|%s)\\s*"
                                    .formatted(
                                            WORDS.any("name"), WORDS.any("is"), WORDS.any("called"))
                            + "(?:[“\"「『](?<quoted>[^”\"」』\n]{2,30})[”\"」』]|(?!%s)"
                                    .formatted(WORDS.any("wrong"))
                            + "(?<bare>(?:[\\p{IsHan}A-Za-z0-9·&]| (?=[A-Za-z0-9])){2,30}?)"
                            + "(?=%s|[0-9]{7}|[^\\p{IsHan}A-Za-z0-9·& ]| (?![A-Za-z0-9])|$))"
                                    .formatted(WORDS.any("after")));
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
     * @param vague whether the trade is only that of all who have none of their own
     */
    public record ToldShop(
            @Nullable String name,
            @Nullable String trade,
            @Nullable String place,
            @Nullable String area,
            @Nullable String stage,
            boolean vague) {
        /** Whether it tells nothing. */
        public boolean isEmpty() {
            return name == null && (trade == null || vague) && place == null && stage == null;
        }

        /** Whether something else would be noted with it. */
        public boolean changes(ShopDetails before) {
            return !after(before).equals(before);
        }

        /** The same but for the stage. */
        public ToldShop withoutStage() {
            return new ToldShop(name, trade, place, area, null, vague);
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
                    trade == null || vague ? before.trade() : trade,
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
        var named = name(words, places);
        var place =
                places.stream()
                        .filter(each -> each.evidence() != Evidence.RELATIVE)
                        .filter(each -> named.filter(name -> name.holds(each)).isEmpty())
                        .findFirst();
        var trade = trade(words);
        var area = place.map(each -> each.place().area()).map(Area::code);
        return new ToldShop(
                named.map(Named::name).orElse(null),
                trade.map(ShopTrade::id).orElse(null),
                place.map(this::shown).orElse(null),
                area.orElse(null),
                stage(words).orElse(null),
                trade.filter(ShopTrade::isRest).isPresent());
    }

    /** The trade whose longest word stands in the words; the rest of them only after all others. */
    private Optional<ShopTrade> trade(String words) {
        var plain = Plain.comparable(words);
        record Worded(ShopTrade trade, int length) {}
        return catalog.trades().stream()
                .flatMap(trade ->
                        trade.words().stream()
                                .map(Plain::comparable)
                                .filter(word -> !word.isEmpty() && plain.contains(word))
                                .map(word -> new Worded(trade, word.length())))
                .max(
                        Comparator.comparing((Worded each) -> !each.trade().isRest())
                                .thenComparingInt(Worded::length))
                .map(Worded::trade);
    }

    /** A name and where it stands. */
    private record Named(String name, int from) {
        boolean holds(PlaceMention place) {
            return place.from() >= from && place.to() <= from + name.length();
        }
    }

    /** The name, without the address behind it. */
    private static Optional<Named> name(String words, List<PlaceMention> places) {
        var found = NAMED.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        var group = found.group("quoted") == null ? "bare" : "quoted";
        int from = found.start(group);
        int to =
                places.stream()
                        .filter(PlaceMention::precise)
                        .mapToInt(PlaceMention::from)
                        .filter(at -> at >= from)
                        .reduce(found.end(group), Math::min);
        var name = words.substring(from, to).strip();
        return name.length() < 2 ? Optional.empty() : Optional.of(new Named(name, from));
    }

    /** The address without what stands behind it: 文庙路12号奶茶店. */
    private String shown(PlaceMention place) {
        return ShopAddress.house(place.text())
                .or(() -> district.roadsOf(place.text()).stream().findFirst())
                .orElseGet(() -> place.place().text());
    }
}
