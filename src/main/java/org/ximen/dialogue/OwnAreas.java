package org.ximen.dialogue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;

/** Which areas concern somebody who asks: those they subscribed to, and those they ask about. */
final class OwnAreas {
    private final District district;
    private final Residents residents;

    OwnAreas(District district, Residents residents) {
        this.district = district;
        this.residents = residents;
    }

    /** Codes and names; empty where none of their own is known, so that all count. */
    Set<String> of(Person person, String question) {
        var own = residents.subscriptions(person).stream().flatMap(c -> district.area(c).stream());
        var areas = own.filter(area -> area.parent() != null).toList();
        if (areas.isEmpty()) {
            return Set.of();
        }
        var asked = district.placeIn(question).map(Place::area).stream();
        var called = new HashSet<String>();
        Stream.concat(areas.stream(), asked)
                .flatMap(area -> district.around(area).stream())
                .forEach(area -> {
                    called.add(area.code());
                    called.add(area.name());
                    called.addAll(area.aliases());
                });
        return called;
    }
}
