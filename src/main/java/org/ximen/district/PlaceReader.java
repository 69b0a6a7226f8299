package org.ximen.district;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the most specific place in a free text. */
final class PlaceReader {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_BONUS = 19;

    private final Atlas atlas;
    private final Names names;
    private final Pattern known;
    private final Pattern unknown = PlaceGrammar.unknown();

    /** A place found, where it stands in the text, how specific it is. */
    private record Found(Place place, int from, int to, int score) {}

    PlaceReader(Atlas atlas) {
        this.atlas = atlas;
        this.names = new Names(atlas);
        this.known = PlaceGrammar.known(names);
    }

    Optional<Place> read(String text) {
        var folded =
                new Folded(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        var found = new ArrayList<Found>();
        var matcher = known.matcher(folded.plain());
        while (matcher.find()) {
            found.add(known(matcher, folded));
        }
        var other = unknown.matcher(folded.plain());
        while (other.find()) {
            if (found.stream().noneMatch(f -> f.from() < other.end() && other.start() < f.to())) {
                found.add(unknown(other, folded));
            }
        }
        // of equals the first one counts: max would take the last
        return found.stream()
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .map(Found::place)
                .findFirst();
    }

    private Found known(Matcher match, Folded folded) {
        var first = names.named(match.group("first"));
        var second = match.group("second") == null ? null : names.named(match.group("second"));
        var tail = match.group("tail");
        var address = names.atAddress(match.group("first") + tail);
        var codes = address != null ? address.areas() : shared(first, second);
        var point = address != null ? address.at() : second == null ? spot(first, tail) : null;
        var named = first == null ? Names.Kind.ROAD : first.kind();
        int score = score(named, second != null, tail);
        return found(match, folded, point, atlas.common(codes), score);
    }

    private Found unknown(Matcher match, Folded folded) {
        var first = match.group("first");
        var area = first.contains("居") ? atlas.area(first).orElse(null) : null;
        var kind = first.contains("居") ? Names.Kind.AREA : Names.Kind.ROAD;
        int score = score(kind, false, match.group("tail"));
        return found(match, folded, null, area, score - 1);
    }

    private static Found found(
            Matcher match, Folded folded, @Nullable Point point, @Nullable Area area, int score) {
        var plain = match.group();
        int from = match.start() + plain.length() - plain.stripLeading().length();
        int to = match.start() + plain.stripTrailing().length();
        var text = folded.original(from, to).strip();
        var place = new Place(text, point, area, score >= Specific.SPOT);
        return new Found(
                place, match.start(), match.end(), score + Math.min(to - from, LONGEST_BONUS));
    }

    /** How specific kinds of places are; steps wider than the bonus for length. */
    private static final class Specific {
        static final int AREA = 20;
        static final int ROAD = 40;
        static final int SPOT = 60;
        static final int NAMED = 80;
        static final int CROSSING = 100;
        static final int HOUSE = 120;
    }

    private static int score(Names.Kind kind, boolean crossing, String tail) {
        if (PlaceGrammar.numbered(tail)) {
            return Specific.HOUSE;
        }
        if (crossing) {
            return Specific.CROSSING;
        }
        return switch (kind) {
            case ESTATE, LANDMARK -> Specific.NAMED;
            case ROAD -> tail.isBlank() ? Specific.ROAD : Specific.SPOT;
            case AREA -> tail.isBlank() ? Specific.AREA : Specific.SPOT;
        };
    }

    /** The areas that both names share; where one has none, those of the other. */
    private static List<String> shared(Names.@Nullable Named first, Names.@Nullable Named second) {
        var one = first == null ? List.<String>of() : first.areas();
        var two = second == null ? List.<String>of() : second.areas();
        var both = one.stream().filter(two::contains).toList();
        return both.isEmpty() ? Stream.concat(one.stream(), two.stream()).toList() : both;
    }

    private static @Nullable Point spot(Names.@Nullable Named named, String tail) {
        return named == null || PlaceGrammar.numbered(tail) ? null : named.at();
    }
}
