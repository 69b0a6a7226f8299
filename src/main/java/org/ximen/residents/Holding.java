package org.ximen.residents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one store keeps of people, and how it lets go. All holdings together are the one list of
 * rules for personal data.
 *
 * @param tables the tables it answers for
 * @param kept how long, in words that the privacy notice shows
 * @param trimAfter age after which {@code trim} erases; null where nothing goes by age
 */
public record Holding(
        Set<String> tables,
        String kept,
        @Nullable Duration trimAfter,
        Trim trim,
        Export export,
        Erase erase) {

    /** Erases what is older than an instant. */
    public interface Trim {
        /** Returns how many rows went. */
        int before(Instant instant);
    }

    /** What the store knows of a person, in plain words. */
    public interface Export {
        /** One line per fact. */
        List<String> of(Person person);
    }

    /** Erases a person from the store. */
    public interface Erase {
        /** Runs inside one transaction with all other holdings. */
        void person(Person person, Instant now);
    }

    public Holding {
        tables = Set.copyOf(tables);
    }

    /** A store without personal data. */
    public static Holding nothing(String why, String... tables) {
        return new Holding(
                Set.of(tables), why, null, before -> 0, person -> List.of(), (person, now) -> {});
    }
}
