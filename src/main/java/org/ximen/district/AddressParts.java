package org.ximen.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;
import org.ximen.text.ChineseNumbers;
import org.ximen.text.WordLists;

/** Takes the words after a name apart: numbers by their units, spots by their words. */
final class AddressParts {
    private static final List<Part> NUMBERED =
            List.of(
                    Part.SUBLANE,
                    Part.LANE,
                    Part.HOUSE,
                    Part.BUILDING,
                    Part.ENTRANCE,
                    Part.FLOOR,
                    Part.ROOM);

    private final PlaceGrammar grammar;
    private final Map<String, Part> units = new HashMap<>();

    AddressParts(PlaceGrammar grammar, WordLists words) {
        this.grammar = grammar;
        for (var part : NUMBERED) {
            var key = "unit." + part.name().toLowerCase(Locale.ROOT);
            words.list(key).forEach(unit -> units.put(unit, part));
        }
    }

    /** The pieces of comparable words, in their order. */
    List<Piece> of(String plain) {
        var pieces = new ArrayList<Piece>();
        var match = grammar.single().matcher(plain);
        while (match.find()) {
            pieces.add(piece(match));
        }
        return pieces;
    }

    private Piece piece(Matcher match) {
        if (match.group("number") != null) {
            var part = Objects.requireNonNull(units.get(match.group("unit")), match::group);
            return new Piece(part, match.group(), value(match.group("number")));
        }
        if (match.group("room") != null) {
            return new Piece(Part.ROOM, match.group(), match.group("room").replaceAll("[-—]", ""));
        }
        return new Piece(Part.SPOT, match.group(), match.group("spot"));
    }

    private static String value(String number) {
        return ChineseNumbers.digits(number).replaceAll("[~—–、]", "-");
    }
}
