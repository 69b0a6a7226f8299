package org.ximen.merchants;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.text.Plain;

/** Tells whether two addresses, however they are written, are of the same house. */
final class ShopAddress {
    // A house number ends it; what follows may be the shop: 文庙路12号奶茶店.
    private static final Pattern HOUSE = Pattern.compile(".*[0-9０-９]+(?:号|弄|支弄|室)");

    private ShopAddress() {}

    /** The part of an address up to the house number; empty where it has none. */
    static Optional<String> house(String place) {
        var house = HOUSE.matcher(place);
        return house.lookingAt() ? Optional.of(house.group()) : Optional.empty();
    }

    /** What is the same for all ways to write it; empty where it has no house number. */
    static Optional<String> key(String place, District district) {
        var plain = Plain.comparable(place).replace(" ", "");
        return district.placesIn(plain).stream()
                .filter(span -> span.evidence() != Evidence.RELATIVE && !span.denied())
                .flatMap(span -> house(span.place().text()).stream())
                .findFirst()
                .map(house -> fromRoad(house, district));
    }

    private static String fromRoad(String house, District district) {
        return district.roadsOf(house).stream()
                .filter(house::contains)
                .findFirst()
                .map(road -> house.substring(house.indexOf(road)))
                .orElse(house);
    }
}
