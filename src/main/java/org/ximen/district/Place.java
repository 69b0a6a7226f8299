package org.ximen.district;

import org.jspecify.annotations.Nullable;

/**
 * Where something is, as a person put it.
 *
 * @param text the most specific words for the place, as written, such as 文庙路215号门口
 * @param point where it is on the map; null unless known to within some tens of metres
 * @param area its area, null if it cannot be known
 * @param precise whether somebody could go there; a bare road or a neighbourhood is not enough
 */
public record Place(String text, @Nullable Point point, @Nullable Area area, boolean precise) {

    /** A place precise enough to go to. */
    public Place(String text, @Nullable Point point, @Nullable Area area) {
        this(text, point, area, true);
    }
}
