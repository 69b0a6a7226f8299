package org.ximen.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;

/**
 * What a name in comparable text was found to be.
 *
 * @param from where the place begins, which may be numbers before the name
 * @param to where it ends
 * @param name where the name begins
 * @param head where the name, or the second one of a crossing, ends
 * @param named what the configuration knows of the names; empty where it knows none
 */
record NamedStretch(
        int from, int to, int name, int head, List<Names.Named> named, Names.Kind kind) {
    private static final Set<Part> ADDRESSES =
            Set.of(Part.SUBLANE, Part.LANE, Part.HOUSE, Part.BUILDING, Part.ENTRANCE, Part.ROOM);

    /** Whether a character is none of Chinese. */
    static boolean isLatin(char one) {
        return one < 0x80;
    }

    /** The names as the configuration spells them, or as they stand there. */
    List<String> names(Names.@Nullable Named landmark, String plain) {
        var names = new ArrayList<>(named.stream().map(Names.Named::name).toList());
        if (landmark != null) {
            names.add(landmark.name());
        }
        if (names.isEmpty()) {
            names.add(plain.substring(name, head));
        }
        return names;
    }

    Evidence evidence(List<Piece> pieces) {
        if (pieces.stream().map(Piece::part).anyMatch(ADDRESSES::contains)) {
            return Evidence.HOUSE;
        }
        if (named.size() > 1) {
            return Evidence.CROSSING;
        }
        return switch (kind) {
            case ROAD -> Evidence.ROAD;
            case ESTATE -> Evidence.ESTATE;
            case LANDMARK -> Evidence.LANDMARK;
            case AREA -> Evidence.AREA;
        };
    }

    @Nullable Point point(Evidence evidence, Names.@Nullable Named landmark) {
        if (landmark != null) {
            return landmark.at();
        }
        return evidence == Evidence.HOUSE || named.size() != 1 ? null : named.getFirst().at();
    }
}
