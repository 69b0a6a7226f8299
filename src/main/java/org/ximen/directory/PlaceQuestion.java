package org.ximen.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.district.Area;
import org.ximen.district.Point;

/**
 * A question, with what it names put aside.
 *
 * @param named the places of a name that it holds
 * @param kind the kind whose name it holds, if it holds no place's
 * @param timed whether the kind is only spoken of by what has its time there
 * @param days the days that it asks about
 * @param placed whether it names another place besides, by which the one is meant
 * @param area the area of that; null where that is not known, or there is none
 * @param point the point of that; null likewise
 * @param frame the words that are left
 */
record PlaceQuestion(
        List<PlaceToGo> named,
        @Nullable PlaceKind kind,
        boolean timed,
        Optional<AskedDays> days,
        boolean placed,
        @Nullable Area area,
        @Nullable Point point,
        String frame) {
    /** Stands for the place in the words that are left. */
    static final String PLACE = "那里";

    /** Stands for the day in the words that are left. */
    static final String DAY = "那天";
}
