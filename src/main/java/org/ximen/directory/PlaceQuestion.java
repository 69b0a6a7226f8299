package org.ximen.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.Point;

/**
 * A question, with what it names put aside.
 *
 * @param clauses its parts
 * @param placed whether it names another place besides, by which the one is meant
 * @param area the area of that; null where that is not known, or there is none
 * @param point the point of that; null likewise
 */
record PlaceQuestion(
        List<AskedClause> clauses, boolean placed, @Nullable Area area, @Nullable Point point) {
    PlaceQuestion {
        clauses = List.copyOf(clauses);
    }
}
