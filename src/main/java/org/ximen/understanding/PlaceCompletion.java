package org.ximen.understanding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Address;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.district.Place;
import org.ximen.district.PlaceSpan;
import org.ximen.district.Point;

/**
 * A place grows with what is said later: 文庙路, then 12号门口, is 文庙路12号门口. What was said before is
 * replaced only where the person corrects it.
 */
public final class PlaceCompletion {
    private static final Set<Part> DOORS = EnumSet.of(Part.HOUSE, Part.BUILDING);

    private final District district;

    public PlaceCompletion(District district) {
        this.district = district;
    }

    /**
     * The place after more was said of it; the known one where the words tell no place.
     *
     * @param known null if nothing was known
     * @param corrects whether the words are said to correct it
     * @return null if still nothing is known
     */
    public @Nullable Place complete(@Nullable Place known, String said, boolean corrects) {
        var now = best(PhoneMention.masked(said));
        if (now == null || known == null) {
            return known == null && now != null ? now.place() : known;
        }
        var before = best(known.text());
        if (before == null) {
            return joined(known, now.place().text(), now.place());
        }
        return combine(known, said, before, now, corrects);
    }

    /** The place after a point was sent: its words stay, the point and its area are added. */
    public Place at(@Nullable Place known, Point point) {
        if (known == null) {
            return district.placeAt(point);
        }
        var area = district.areaAt(point).orElse(known.area());
        return new Place(known.text(), point, area, true);
    }

    private @Nullable PlaceSpan best(String text) {
        return district.placesIn(text).stream()
                .filter(span -> !span.denied())
                .findFirst()
                .orElse(null);
    }

    private Place combine(
            Place known, String said, PlaceSpan before, PlaceSpan now, boolean corrects) {
        var one = before.address();
        var two = now.address();
        if (two.names().isEmpty()) {
            return written(known, one, merged(one.pieces(), two.pieces(), corrects));
        }
        if (one.names().isEmpty()) {
            return written(known, two, merged(two.pieces(), one.pieces(), false));
        }
        if (one.names().stream().anyMatch(two.names()::contains)) {
            var fuller = two.names().size() > one.names().size() ? two : one;
            return written(known, fuller, merged(one.pieces(), two.pieces(), corrects));
        }
        return corrects ? corrected(known, said, before, now) : beside(known, said, before, now);
    }

    /**
     * 不是中华路，是文庙路 corrects the road alone: the spot there stays, and so does the road that it
     * crosses. 不是靠近中华路，是靠近文庙路 corrects what the place is near, or tells it where nothing was said
     * of it.
     */
    private Place corrected(Place known, String said, PlaceSpan before, PlaceSpan now) {
        var denied = spans(said).filter(PlaceSpan::denied).map(PlaceSpan::address).toList();
        var named = spans(known.text()).map(PlaceSpan::address).filter(PlaceCompletion::hasName);
        var all = named.toList();
        for (var one : denied) {
            boolean near = all.stream().anyMatch(other -> !one.names().containsAll(other.names()));
            if (near && hasName(one) && known.text().contains(one.head())) {
                return read(now.place(), instead(known.text(), one, now.address()));
            }
        }
        boolean ofIt = denied.stream().anyMatch(one -> all.stream().anyMatch(o -> shares(one, o)));
        if (!denied.isEmpty() && !ofIt) {
            return beside(known, said, before, now);
        }
        boolean roadAlone =
                now.address().pieces().isEmpty()
                        && denied.stream()
                                .filter(one -> one.pieces().isEmpty())
                                .anyMatch(one -> shares(one, before.address()));
        return roadAlone
                ? written(now.place(), now.address(), before.address().pieces())
                : now.place();
    }

    /** Where a name stands in a text first, another in its place. */
    private static String instead(String text, Address one, Address other) {
        int at = text.indexOf(one.head());
        return text.substring(0, at) + other.head() + text.substring(at + one.head().length());
    }

    private Stream<PlaceSpan> spans(String text) {
        return district.placesIn(text).stream();
    }

    private static boolean hasName(Address address) {
        return !address.names().isEmpty();
    }

    private static boolean shares(Address one, Address other) {
        return one.names().stream().anyMatch(other.names()::contains);
    }

    /** Another name that is not said to correct the first. */
    private Place beside(Place known, String said, PlaceSpan before, PlaceSpan now) {
        if (before.evidence() == Evidence.AREA && now.evidence() != Evidence.AREA) {
            return joined(known, now.place().text(), now.place());
        }
        boolean spot =
                now.evidence() == Evidence.LANDMARK
                        || now.evidence() == Evidence.ESTATE
                        || now.evidence() == Evidence.ROAD
                                && (now.precise() || District.meets(said));
        boolean meets = before.evidence() == Evidence.ROAD && !before.precise() && spot;
        return meets ? read(known, known.text() + now.place().text()) : known;
    }

    private static List<Piece> merged(List<Piece> before, List<Piece> now, boolean corrects) {
        var pieces = new ArrayList<>(before);
        for (var piece : now) {
            int at = place(pieces, piece);
            if (at < 0) {
                pieces.add(after(pieces, piece.part()), piece);
            } else if (corrects) {
                pieces.set(at, piece);
            } else if (piece.part() == Part.SPOT && adds(pieces, piece)) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** Where a piece of this kind stands; 5号 and 5号楼 are one kind unless both are there. */
    private static int place(List<Piece> pieces, Piece piece) {
        var parts = pieces.stream().map(Piece::part).toList();
        int same = parts.indexOf(piece.part());
        boolean door = same < 0 && DOORS.contains(piece.part());
        return door ? Math.max(parts.indexOf(Part.HOUSE), parts.indexOf(Part.BUILDING)) : same;
    }

    private static boolean adds(List<Piece> pieces, Piece spot) {
        return pieces.stream().noneMatch(piece -> piece.value().contains(spot.value()));
    }

    private static int after(List<Piece> pieces, Part part) {
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            at = pieces.get(i).part().compareTo(part) <= 0 ? i + 1 : at;
        }
        return at;
    }

    private Place written(Place known, Address named, List<Piece> pieces) {
        var words =
                Stream.concat(Stream.of(named.head()), pieces.stream().map(Piece::text))
                        .filter(word -> !word.isBlank())
                        .map(String::strip)
                        .collect(Collectors.joining());
        return read(known, words);
    }

    private Place read(Place known, String words) {
        var span = best(words);
        return joined(known, words, span == null ? known : span.place());
    }

    /** New words; the point that was known stays. */
    private static Place joined(Place known, String words, Place read) {
        var point = known.point() == null ? read.point() : known.point();
        var area = read.area() == null ? known.area() : read.area();
        return new Place(words, point, area, read.precise() || known.point() != null);
    }
}
