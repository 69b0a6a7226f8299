package org.ximen.readings;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.district.Address.Part;
import org.ximen.district.Address.Piece;
import org.ximen.district.District;
import org.ximen.district.PlaceSpan;
import org.ximen.text.Masking;
import org.ximen.text.Plain;

/**
 * Words as they may be kept: without names, and without numbers that lead to a person or a door.
 */
final class MaskedWords {
    private static final int LONGEST = 500;
    private static final Set<Part> DOORS = EnumSet.complementOf(EnumSet.of(Part.SPOT));
    private static final Pattern DIGITS = Pattern.compile("[0-9０-９〇零一二两三四五六七八九十百千]+");
    // Numbers of three digits and more, but for short numbers that everybody calls: 110, 12345.
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![0-9*])(?!(?:1\\d{2}|12\\d{3}|9[56]\\d{3,4})(?!\\d))\\d{3,}");
    private static final Pattern HIDDEN = Pattern.compile("[0-9]*\\*+");
    private static final String STAR = "*";
    private static final String ANY_NUMBER = "1";

    private MaskedWords() {}

    static String of(String words, District district) {
        var start = Plain.start(Plain.visible(words).replaceAll("\\s+", " "), LONGEST);
        var doorless = new StringBuilder(start);
        district.placesIn(start).stream()
                .sorted(Comparator.comparingInt(PlaceSpan::from).reversed())
                .forEach(span -> hideDoors(doorless, span));
        var masked = Masking.anonymous(doorless.toString());
        return Plain.start(LONG_NUMBER.matcher(masked).replaceAll(STAR), LONGEST);
    }

    private static void hideDoors(StringBuilder text, PlaceSpan span) {
        var stretch = text.substring(span.from(), span.to());
        for (var piece : span.address().pieces()) {
            stretch = DOORS.contains(piece.part()) ? hidden(stretch, piece) : stretch;
        }
        text.replace(span.from(), span.to(), stretch);
    }

    private static String hidden(String stretch, Piece piece) {
        return stretch.replace(piece.text(), DIGITS.matcher(piece.text()).replaceAll(STAR));
    }

    /** The words for a model, to which one number is as good as another. */
    static String forLearning(String masked) {
        return HIDDEN.matcher(masked).replaceAll(ANY_NUMBER);
    }
}
