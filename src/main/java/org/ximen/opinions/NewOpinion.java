package org.ximen.opinions;

import org.jspecify.annotations.Nullable;
import org.ximen.text.Masking;
import org.ximen.text.Plain;

/**
 * What somebody says.
 *
 * @param words the author's, not blank; what is beyond 4000 characters is left out and …marked,
 *     personal numbers are masked
 * @param place in the author's words, if a place is named; at most 500 characters are kept
 * @param area code of an area, if it is known
 */
public record NewOpinion(
        Opinion.Kind kind, String words, @Nullable String place, @Nullable String area) {
    private static final int LONGEST = 4000;
    private static final int LONGEST_PLACE = 500;

    public NewOpinion {
        words = kept(words);
        place = place == null || place.isBlank() ? null : cut(Plain.visible(place), LONGEST_PLACE);
    }

    /** Words as they may be kept. */
    static String kept(String words) {
        var visible = Plain.visible(words);
        if (visible.isEmpty()) {
            throw new IllegalArgumentException("an opinion needs words");
        }
        return cut(Masking.mask(visible), LONGEST);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
