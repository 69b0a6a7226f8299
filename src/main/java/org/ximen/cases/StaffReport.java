package org.ximen.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Point;

/**
 * What a member of staff types for a caller, a visitor, the hotline, or saw themselves. What they
 * leave open is read from the words.
 *
 * @param place words for the place
 * @param point WGS-84
 * @param category code or name
 * @param phone of who told it; kept apart from the case
 * @param photos ids of pictures that were accepted
 */
public record StaffReport(
        String description,
        @Nullable String place,
        @Nullable Point point,
        @Nullable String category,
        CaseOrigin origin,
        @Nullable String phone,
        List<String> photos) {

    /** One without pictures. */
    public StaffReport(
            String description,
            @Nullable String place,
            @Nullable Point point,
            @Nullable String category,
            CaseOrigin origin,
            @Nullable String phone) {
        this(description, place, point, category, origin, phone, List.of());
    }

    /** Blank fields are open. */
    public StaffReport {
        description = description.strip();
        place = Move.filled(place);
        category = Move.filled(category);
        phone = Move.filled(phone);
        photos = List.copyOf(photos);
    }
}
