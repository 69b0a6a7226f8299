package org.ximen.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Place;

/**
 * What a person wants to report, ready to become a case.
 *
 * @param description the person's own words
 * @param category code; null to leave it to the staff
 * @param photos ids of accepted pictures
 * @param urgent whether the person or the words say that it cannot wait
 * @param anonymous whether staff must not see who reported
 * @param guessed whether the category was read from the words and nobody has confirmed it
 */
public record Draft(
        String description,
        @Nullable String category,
        @Nullable Place place,
        List<String> photos,
        boolean urgent,
        boolean anonymous,
        boolean guessed) {
    public Draft {
        photos = List.copyOf(photos);
    }

    /** A draft whose category somebody has chosen. */
    public Draft(
            String description,
            @Nullable String category,
            @Nullable Place place,
            List<String> photos,
            boolean urgent,
            boolean anonymous) {
        this(description, category, place, photos, urgent, anonymous, false);
    }
}
