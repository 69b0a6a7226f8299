package org.ximen.dialogue.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Incoming.Manner;
import org.ximen.dialogue.Turn;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.residents.Residents;

/** In which area somebody is who asks. */
final class AskerArea {
    private final District district;
    private final Residents residents;

    AskerArea(District district, Residents residents) {
        this.district = district;
        this.residents = residents;
    }

    /** Where somebody says to be. */
    record There(@Nullable Area area, @Nullable Point point) {}

    /** The poster they scanned, else the one area they subscribed to; null where others read it. */
    @Nullable Area of(Turn turn) {
        var arrival = turn.standing().arrival();
        if (turn.incoming().is(Manner.IN_PUBLIC)) {
            return null;
        }
        if (arrival != null && arrival.fresh(turn.now())) {
            return district.area(arrival.area()).orElse(null);
        }
        var own =
                residents.subscriptions(turn.person()).stream()
                        .flatMap(code -> district.area(code).stream())
                        .filter(area -> area.parent() != null)
                        .toList();
        return own.size() == 1 ? own.getFirst() : null;
    }

    /** The place or area that a message tells. */
    Optional<There> told(Turn turn) {
        var location = turn.incoming().location();
        if (location != null) {
            var point = new Point(location.latitude(), location.longitude());
            return Optional.of(new There(district.areaAt(point).orElse(null), point));
        }
        var named = district.area(turn.words()).map(area -> new There(area, null));
        return named.or(() -> district.placeIn(turn.words()).map(AskerArea::there))
                .or(() ->
                        district.neighbourhoodIn(turn.words()).map(area -> new There(area, null)));
    }

    private static There there(Place place) {
        return new There(place.area(), place.point());
    }
}
