package org.ximen.understanding;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Address;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;
import org.ximen.district.Evidence;
import org.ximen.district.PlaceSpan;
import org.ximen.district.Point;

/**
 * Where a report is, as structure.
 *
 * @param names of roads, estates and landmarks, as the configuration spells them
 * @param numbers in digits
 * @param spots words for spots beside the names
 * @param area whether the name is only that of a part of the street
 */
record PlaceFacts(
        Set<String> names,
        Map<Part, String> numbers,
        String spots,
        boolean area,
        @Nullable Point point) {
    private static final Set<Part> DOORS =
            EnumSet.of(Part.LANE, Part.SUBLANE, Part.HOUSE, Part.BUILDING, Part.ENTRANCE);
    private static final Set<Part> INSIDE = EnumSet.of(Part.ROOM, Part.FLOOR);
    // the east gate is not the west gate
    private static final Pattern SIDE = Pattern.compile("[东南西北正前后侧](?=[门头边面])");
    private static final double NEAR_METRES = 40;
    private static final double APART_METRES = 200;

    /** How two places stand to each other. */
    enum Relation {
        SAME,
        /** One may be the other, told less exactly. */
        WITHIN,
        UNKNOWN,
        DIFFERENT
    }

    static PlaceFacts of(List<PlaceSpan> spans, @Nullable Point point) {
        var named = spans.stream().filter(PlaceFacts::isNamed).toList();
        var names = new LinkedHashSet<String>();
        var numbers = new EnumMap<Part, String>(Part.class);
        var spots = new StringBuilder();
        named.stream()
                .limit(1)
                .map(PlaceSpan::address)
                .forEach(address -> {
                    names.addAll(address.names());
                    numbers(numbers, address.pieces());
                    spots(spots, address);
                });
        if (numbers.keySet().stream().noneMatch(DOORS::contains)) {
            // 30弄小桃园街那个弄堂: the number stands apart from its road
            spans.stream()
                    .filter(span -> !isNamed(span) && !span.denied())
                    .forEach(span -> numbers(numbers, span.address().pieces()));
        }
        boolean area = !named.isEmpty() && named.getFirst().evidence() == Evidence.AREA;
        return new PlaceFacts(names, numbers, spots.toString(), area, point);
    }

    private static boolean isNamed(PlaceSpan span) {
        return span.evidence() != Evidence.RELATIVE && !span.denied();
    }

    private static void numbers(Map<Part, String> numbers, List<Piece> pieces) {
        pieces.stream()
                .filter(piece -> piece.part() != Part.SPOT)
                .forEach(piece -> numbers.putIfAbsent(piece.part(), piece.value()));
    }

    private static void spots(StringBuilder spots, Address address) {
        address.pieces().stream()
                .filter(piece -> piece.part() == Part.SPOT)
                .forEach(piece -> spots.append(piece.value()));
    }

    Relation to(PlaceFacts other) {
        var byPoint = byPoint(other);
        var byWords = byWords(other);
        if (byPoint == Relation.SAME || byWords == Relation.UNKNOWN) {
            return byPoint;
        }
        return byPoint == Relation.DIFFERENT && byWords != Relation.SAME ? byPoint : byWords;
    }

    private Relation byWords(PlaceFacts other) {
        if (names.isEmpty() || other.names.isEmpty()) {
            return Relation.UNKNOWN;
        }
        if (!meets(other) || doorsDiffer(other) || sidesDiffer(other)) {
            return Relation.DIFFERENT;
        }
        boolean same = names.containsAll(other.names) || other.names.containsAll(names);
        return same && !area && doors().equals(other.doors()) && !differ(other, INSIDE)
                ? Relation.SAME
                : Relation.WITHIN;
    }

    /** A name is shared; two crossings of one road meet only where they are one. */
    private boolean meets(PlaceFacts other) {
        var both = new LinkedHashSet<>(names);
        both.retainAll(other.names);
        int least = Math.min(names.size(), other.names.size());
        return both.size() == least || (both.isEmpty() && (tells(other) || other.tells(this)));
    }

    /** The name of the other one is among the spots: 复兴东路海棠大厦 and 海棠大厦. */
    private boolean tells(PlaceFacts other) {
        return other.names.stream().anyMatch(spots::contains);
    }

    private boolean sidesDiffer(PlaceFacts other) {
        var here = SIDE.matcher(spots).results().map(MatchResult::group).toList();
        var there = SIDE.matcher(other.spots).results().map(MatchResult::group).toList();
        return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
    }

    private Relation byPoint(PlaceFacts other) {
        if (point == null || other.point == null) {
            return Relation.UNKNOWN;
        }
        double metres = point.metresTo(other.point);
        if (metres <= NEAR_METRES) {
            return Relation.SAME;
        }
        return metres > APART_METRES ? Relation.DIFFERENT : Relation.UNKNOWN;
    }

    private boolean differ(PlaceFacts other, Collection<Part> parts) {
        return parts.stream()
                .anyMatch(part -> {
                    var here = numbers.get(part);
                    var there = other.numbers.get(part);
                    return here != null && there != null && !here.equals(there);
                });
    }

    /** 5号 and 5号楼 are one door where only one of both is told. */
    private boolean doorsDiffer(PlaceFacts other) {
        var here = door();
        var there = other.door();
        boolean doors = here != null && there != null && !here.equals(there);
        return doors || differ(other, DOORS);
    }

    private @Nullable String door() {
        var house = numbers.get(Part.HOUSE);
        return house != null ? house : numbers.get(Part.BUILDING);
    }

    private Set<String> doors() {
        var doors = new LinkedHashSet<String>();
        for (var part : List.of(Part.LANE, Part.SUBLANE, Part.ENTRANCE)) {
            doors.add(part + numbers.getOrDefault(part, ""));
        }
        doors.add("door" + door());
        return doors;
    }
}
