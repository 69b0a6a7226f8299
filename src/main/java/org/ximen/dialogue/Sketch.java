package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.text.Plain;

/**
 * A report while it is being told: what is known so far, in a form that survives a restart.
 *
 * @param words what happened, as told, up to 60,000 characters
 * @param danger id of a danger in the words, or null
 * @param alone the person said that it is none of the similar cases
 */
record Sketch(
        String words,
        Kind kind,
        Where where,
        List<String> photos,
        @Nullable String danger,
        boolean alone) {

    /** What can still be asked for. */
    enum Missing {
        WORDS,
        PLACE,
        CATEGORY,
        /** Another place than the one shown, which counts until then. */
        OTHER_PLACE,
        /** Another kind of thing than the one shown, which counts until then. */
        OTHER_CATEGORY,
        /** Whether it is the same as a case that is already there. */
        SAME,
        /** Nothing: it waits to be confirmed. */
        CONFIRMATION;

        /** Whether the whole sketch has been shown, so that it can be submitted as it is. */
        boolean isShown() {
            return this == CONFIRMATION || this == OTHER_PLACE || this == OTHER_CATEGORY;
        }
    }

    /**
     * @param code of the category, or null while unknown
     * @param settled the person chose it or said that they cannot tell
     */
    record Kind(@Nullable String code, boolean settled) {}

    /**
     * @param text words for the place, or null while unknown
     * @param area code of the neighbourhood, or null while unknown
     * @param precise whether somebody could go there
     * @param settled the person was asked and this is all there is
     */
    record Where(
            @Nullable String text,
            @Nullable Point point,
            @Nullable String area,
            boolean precise,
            boolean settled) {
        static final Where UNKNOWN = new Where(null, null, null, false, false);

        boolean known() {
            return text != null;
        }

        /** Known, but too little to find the spot. */
        boolean vague() {
            return known() && !precise;
        }

        Where at(Place place) {
            var spot = place.point() == null ? point : place.point();
            var found = place.area();
            return new Where(
                    place.text(),
                    spot,
                    found == null ? area : found.code(),
                    place.precise() || spot != null,
                    settled);
        }

        Where asked() {
            return new Where(text, point, area, precise, known());
        }
    }

    private static final int LONGEST = 60_000;
    private static final int MOST_PHOTOS = 9;

    Sketch {
        photos = List.copyOf(photos.subList(0, Math.min(MOST_PHOTOS, photos.size())));
        words = Plain.start(words, LONGEST);
    }

    static Sketch empty() {
        return new Sketch("", new Kind(null, false), Where.UNKNOWN, List.of(), null, false);
    }

    boolean untold() {
        return words.isEmpty();
    }

    Sketch saying(String more) {
        var joined = words.isEmpty() || more.isEmpty() ? words + more : words + "；" + more;
        return new Sketch(joined, kind, where, photos, danger, alone);
    }

    Sketch insteadSaying(String other) {
        return new Sketch(other, kind, where, photos, danger, alone);
    }

    Sketch of(Kind kind) {
        return new Sketch(words, kind, where, photos, danger, alone);
    }

    Sketch at(Where where) {
        return new Sketch(words, kind, where, photos, danger, alone);
    }

    Sketch showing(List<String> more) {
        var all = new ArrayList<>(photos);
        all.addAll(more);
        return new Sketch(words, kind, where, all, danger, alone);
    }

    Sketch dangerous(@Nullable String id) {
        return id == null ? this : new Sketch(words, kind, where, photos, id, alone);
    }

    Sketch standingAlone() {
        return new Sketch(words, kind, where, photos, danger, true);
    }
}
