package org.ximen.dialogue;

import java.time.Instant;
import java.util.List;
import org.ximen.residents.Person;

/** What the whole product keeps of a person. */
public interface PersonalData {
    /** What is kept, a plain line each. */
    List<String> of(Person person);

    /** Erases all of it, in the open transaction. */
    void forget(Person person, Instant now);
}
