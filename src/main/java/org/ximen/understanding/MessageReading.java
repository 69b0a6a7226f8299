package org.ximen.understanding;

import java.util.List;
import java.util.Optional;

/**
 * What was read from a message.
 *
 * @param acts all of them, most probable first
 * @param categories at most three, most probable first; empty where no kind of thing is meant
 * @param places as they stand in the text
 * @param phone the 11 digits of a mobile number that was told
 * @param clauses at least one; more only where the message plainly wants several things
 */
public record MessageReading(
        List<ActGuess> acts,
        DangerReading danger,
        List<CategoryGuess> categories,
        List<PlaceMention> places,
        Optional<String> phone,
        List<Clause> clauses) {
    public MessageReading {
        acts = List.copyOf(acts);
        categories = List.copyOf(categories);
        places = List.copyOf(places);
        clauses = List.copyOf(clauses);
    }

    /** The most probable act. */
    public Act act() {
        return acts.getFirst().act();
    }

    /** How probable an act is, 0 to 1. */
    public double probability(Act act) {
        return acts.stream()
                .filter(guess -> guess.act() == act)
                .mapToDouble(ActGuess::probability)
                .findFirst()
                .orElse(0);
    }
}
