package org.ximen.district;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a place.
 *
 * @param head the words of its names as written, such as 文庙路 or 文庙路学前街口; empty where none is named
 * @param names of roads, estates and landmarks as the configuration spells them
 * @param pieces numbers and spots in the order of the text
 */
public record Address(String head, List<String> names, List<Piece> pieces) {
    /** What a piece tells, from the whole to its parts. */
    public enum Part {
        LANE,
        SUBLANE,
        HOUSE,
        BUILDING,
        ENTRANCE,
        FLOOR,
        ROOM,
        SPOT
    }

    /**
     * A piece of an address.
     *
     * @param text as written
     * @param value to compare by: the number in digits, or the words of the spot
     */
    public record Piece(Part part, String text, String value) {}

    public Address {
        names = List.copyOf(names);
        pieces = List.copyOf(pieces);
    }

    /** The first piece of this kind. */
    public Optional<Piece> piece(Part part) {
        return pieces.stream().filter(piece -> piece.part() == part).findFirst();
    }
}
