package org.ximen.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ximen.cases.Occurrence;
import org.ximen.district.Address;
import org.ximen.district.Address.Part;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.district.Place;
import org.ximen.district.PlaceSpan;

/** Reads where reports are; the same words are read once. Not for several threads. */
final class SpotReader {
    private final District district;
    private final Map<String, CaseSpot> read = new HashMap<>();

    SpotReader(District district) {
        this.district = district;
    }

    CaseSpot of(Occurrence report) {
        var words = report.place();
        boolean pinned = District.isPinned(new Place(words, report.point(), null));
        var spot =
                pinned || words.isEmpty()
                        ? CaseSpot.NOWHERE
                        : read.computeIfAbsent(words, this::named);
        return new CaseSpot(
                spot.street(),
                spot.lane(),
                spot.house(),
                spot.estate(),
                report.point(),
                report.area());
    }

    private CaseSpot named(String words) {
        return district.placesIn(words).stream()
                .findFirst()
                .filter(span -> span.evidence().compareTo(Evidence.AREA) < 0)
                .map(PlaceSpan::address)
                .map(this::taken)
                .orElse(CaseSpot.NOWHERE);
    }

    /** By its head alone: the whole address may also name the landmark that stands there. */
    private CaseSpot taken(Address address) {
        var head = address.head();
        var roads = district.roadsOf(head);
        var named = district.placesIn(head).stream().findFirst();
        // A road that the configuration does not know is still a road.
        boolean unknown =
                roads.isEmpty() && named.filter(span -> span.evidence() != Evidence.ROAD).isEmpty();
        return new CaseSpot(
                unknown ? head : String.join("与", roads),
                value(address, Part.LANE),
                house(address),
                unknown ? "" : named.map(span -> beside(span, roads)).orElse(""),
                null,
                null);
    }

    /** The estate or landmark of a head. */
    private static String beside(PlaceSpan head, List<String> roads) {
        return head.address().names().stream()
                .filter(name -> !roads.contains(name))
                .findFirst()
                .orElse("");
    }

    private static String value(Address address, Part part) {
        return address.piece(part).map(Address.Piece::value).orElse("");
    }

    private static int house(Address address) {
        var digits = value(address, Part.HOUSE).replaceFirst("\\D.*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
