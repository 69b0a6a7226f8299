package org.ximen.dialogue.ask;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;

/**
 * Which areas concern somebody who asks: those they subscribed to, and those they ask about; with
 * what holds them and what lies in them.
 */
final class OwnAreas {
    private final District district;
    private final Residents residents;

    OwnAreas(District district, Residents residents) {
        this.district = district;
        this.residents = residents;
    }

    /** Codes; empty where none of their own is known, so that all count. */
    Set<String> of(Person person, String question) {
        var own = residents.subscriptions(person).stream().flatMap(c -> district.area(c).stream());
        var areas = own.filter(area -> area.parent() != null).toList();
        if (areas.isEmpty()) {
            return Set.of();
        }
        var place = district.placeIn(question).map(Place::area).stream();
        var named = district.neighbourhoodIn(question).stream();
        return Stream.of(areas.stream(), place, named)
                .flatMap(each -> each)
                .flatMap(area -> district.around(area).stream())
                .map(Area::code)
                .collect(Collectors.toSet());
    }
}
