package org.ximen.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.Point;

/**
 * What is known of who asks.
 *
 * @param area where they live or are; null where that is not known
 * @param point where they said to be
 * @param last the place that was spoken of last, with what was asked of it
 */
public record Whereabouts(@Nullable Area area, @Nullable Point point, Optional<SpokenOf> last) {
    /**
     * A place that was spoken of.
     *
     * @param id of the place, or of the kind if all of one were spoken of
     * @param fact what was asked of it
     */
    public record SpokenOf(String id, FactWanted fact) {}

    /** Nothing is known. */
    public static final Whereabouts UNKNOWN = new Whereabouts(null, null, Optional.empty());

    /** The same, but from there. */
    public Whereabouts from(@Nullable Area there, @Nullable Point exactly) {
        return new Whereabouts(there, exactly, last);
    }
}
