package org.ximen.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;

/** A place as it is written in English: room 301, no. 5, Lane 62, Menghua Street. */
final class EnglishAddress {
    private final Names names;
    private final EnglishParts parts;

    EnglishAddress(Names names, EnglishParts parts) {
        this.names = names;
        this.parts = parts;
    }

    /** Empty where one of its names is known in Chinese alone. */
    Optional<String> of(Address address) {
        var named = address.names().stream().map(names::english).toList();
        if (named.isEmpty() || named.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                joined(address.pieces(), named.stream().flatMap(Optional::stream).toList()));
    }

    private String joined(List<Piece> pieces, List<String> named) {
        var numbers = pieces.stream().filter(piece -> piece.part() != Part.SPOT).toList();
        var name =
                named.size() > 1 && numbers.isEmpty()
                        ? "crossing of " + String.join(" and ", named)
                        : named.getFirst();
        if (numbers.size() == 1 && numbers.getFirst().part() == Part.HOUSE) {
            return numbers.getFirst().value() + " " + name;
        }
        var all = new ArrayList<String>();
        numbers.reversed().stream()
                .map(parts::spoken)
                .filter(spoken -> !spoken.isEmpty())
                .forEach(all::add);
        all.add(name);
        return String.join(", ", all);
    }
}
