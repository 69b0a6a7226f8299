package org.ximen.demo;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.residents.Person;
import org.ximen.residents.Profile;
import org.ximen.residents.Residents;

/** The people of the sample street. */
final class Neighbours {
    private static final int PEOPLE = 60;
    private static final int MERCHANTS = 15;
    // Two of them blocked us.
    private static final int BLOCKS_EVERY = 30;

    private final List<Person> people;
    private final RandomGenerator random;

    /** Meets them; every other subscribes to a neighbourhood, the others to the whole street. */
    Neighbours(Residents residents, District district, RandomGenerator random, Instant began) {
        this.random = random;
        var homes =
                district.areas().stream()
                        .filter(area -> area.kind() == Area.Kind.NEIGHBOURHOOD)
                        .map(Area::code)
                        .toList();
        this.people =
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> meet(residents, i, home(homes, i), began))
                        .toList();
    }

    private static String home(List<String> homes, int number) {
        return homes.isEmpty() || number % 2 == 0
                ? Residents.WHOLE_STREET
                : homes.get(number / 2 % homes.size());
    }

    private static Person meet(Residents residents, int number, String home, Instant began) {
        boolean blocks = number % BLOCKS_EVERY == BLOCKS_EVERY - 1;
        var person = residents.meet(SampleChannel.chat(number, blocks), began);
        residents.subscribe(person, home, began);
        if (number < MERCHANTS) {
            residents.profile(person, Profile.MERCHANT);
        }
        return person;
    }

    Person any() {
        return people.get(random.nextInt(people.size()));
    }

    Person get(int number) {
        return people.get(number % people.size());
    }
}
