package org.ximen.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.text.Plain;

/**
 * A report while it is being told.
 *
 * @param words all that was told of it, as told, up to 60,000 characters
 * @param danger family of a danger that is there now, or null
 * @param hazard whether something may hurt somebody, though nobody is in danger yet
 * @param alone the person said that it is none of the similar cases
 * @param wanted how often the person was asked for a place
 * @param unnamed the person does not want to be known
 */
public record ReportDraft(
        String words,
        DraftCategory category,
        DraftPlace place,
        List<String> photos,
        @Nullable String danger,
        boolean hazard,
        boolean alone,
        int wanted,
        boolean unnamed) {
    private static final int LONGEST = 60_000;
    private static final int MOST_PHOTOS = 9;

    /** Nothing was told yet. */
    public static final ReportDraft EMPTY =
            new ReportDraft(
                    "",
                    new DraftCategory(null, false),
                    DraftPlace.UNKNOWN,
                    List.of(),
                    null,
                    false,
                    false,
                    0,
                    false);

    /**
     * What kind of thing it is about.
     *
     * @param code null while unknown
     * @param settled the person chose it or said that they cannot tell; else it is a guess
     */
    public record DraftCategory(@Nullable String code, boolean settled) {}

    /**
     * Where it is.
     *
     * @param text words for the place, or null while unknown
     * @param area code of the neighbourhood, or null while unknown
     * @param precise whether somebody could go there
     */
    public record DraftPlace(
            @Nullable String text, @Nullable Point point, @Nullable String area, boolean precise) {
        /** Nowhere yet. */
        public static final DraftPlace UNKNOWN = new DraftPlace(null, null, null, false);

        /** Whether anything is known. */
        public boolean known() {
            return text != null;
        }

        /** The place itself. */
        public static DraftPlace of(Place place) {
            var found = place.area();
            return new DraftPlace(
                    place.text(),
                    place.point(),
                    found == null ? null : found.code(),
                    place.precise() || place.point() != null);
        }

        /** A point on the map, with the words that were said for it. */
        public DraftPlace at(Place pinned) {
            var area = pinned.area();
            return new DraftPlace(
                    text == null ? pinned.text() : text,
                    pinned.point(),
                    area == null ? this.area : area.code(),
                    true);
        }
    }

    public ReportDraft {
        photos = List.copyOf(photos.subList(0, Math.min(MOST_PHOTOS, photos.size())));
        words = Plain.start(words, LONGEST);
    }

    /** Whether nothing was said of it yet. */
    public boolean untold() {
        return words.isEmpty();
    }

    /** Its words without the place. */
    public String matter() {
        return place.text() == null ? words : words.replace(place.text(), "").strip();
    }

    /** With more words, each telling set off from the one before. */
    public ReportDraft saying(String more) {
        var joined = words.isEmpty() || more.isEmpty() ? words + more : words + "；" + more;
        return new ReportDraft(
                joined, category, place, photos, danger, hazard, alone, wanted, unnamed);
    }

    /** With other words. */
    public ReportDraft worded(String other) {
        return new ReportDraft(
                other, category, place, photos, danger, hazard, alone, wanted, unnamed);
    }

    /** Of another category. */
    public ReportDraft of(DraftCategory other) {
        return new ReportDraft(words, other, place, photos, danger, hazard, alone, wanted, unnamed);
    }

    /** At another place. */
    public ReportDraft at(DraftPlace other) {
        return new ReportDraft(
                words, category, other, photos, danger, hazard, alone, wanted, unnamed);
    }

    /** With more pictures. */
    public ReportDraft showing(List<String> more) {
        var all = new ArrayList<>(photos);
        all.addAll(more);
        return new ReportDraft(words, category, place, all, danger, hazard, alone, wanted, unnamed);
    }

    /** With a danger that is there now; null for none. */
    public ReportDraft dangerous(@Nullable String family) {
        return new ReportDraft(
                words, category, place, photos, family, hazard, alone, wanted, unnamed);
    }

    /** With something that may hurt somebody. */
    public ReportDraft hazardous() {
        return new ReportDraft(
                words, category, place, photos, danger, true, alone, wanted, unnamed);
    }

    /** None of the similar cases. */
    public ReportDraft standingAlone() {
        return new ReportDraft(
                words, category, place, photos, danger, hazard, true, wanted, unnamed);
    }

    /** Asked for a place once more. */
    public ReportDraft askedForPlace() {
        return new ReportDraft(
                words, category, place, photos, danger, hazard, alone, wanted + 1, unnamed);
    }

    /** Reported by nobody who is known, or by name again. */
    public ReportDraft hiding(boolean now) {
        return new ReportDraft(words, category, place, photos, danger, hazard, alone, wanted, now);
    }
}
