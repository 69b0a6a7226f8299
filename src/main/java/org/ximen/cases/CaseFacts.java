package org.ximen.cases;

import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.Place;
import org.ximen.district.Point;

/** What a case is and where, as staff can put it right. */
record CaseFacts(
        Category category,
        boolean guessed,
        @Nullable Area area,
        String place,
        @Nullable Point point,
        boolean placeGuessed,
        boolean urgent) {

    /** Somebody has said what it is. */
    CaseFacts of(Category confirmed) {
        boolean hurries = urgent || confirmed.urgent();
        return new CaseFacts(confirmed, false, area, place, point, placeGuessed, hurries);
    }

    /** Somebody has said that it is what it was taken for. */
    CaseFacts confirmed() {
        return new CaseFacts(category, false, area, place, point, placeGuessed, urgent);
    }

    /** Somebody has said where it is. */
    CaseFacts at(Place confirmed) {
        return new CaseFacts(
                category,
                guessed,
                confirmed.area(),
                confirmed.text(),
                confirmed.point(),
                false,
                urgent);
    }

    CaseFacts urgent(boolean other) {
        return new CaseFacts(category, guessed, area, place, point, placeGuessed, other);
    }
}
