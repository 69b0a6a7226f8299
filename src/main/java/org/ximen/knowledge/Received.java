package org.ximen.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * An article and how it was read.
 *
 * @param cleaned something of the file was left out
 * @param notes for the editor
 */
public record Received(Article article, boolean cleaned, List<String> notes, List<Fact> facts) {

    public Received {
        notes = List.copyOf(notes);
        facts = List.copyOf(facts);
    }

    /** For the report. */
    public Import report(String file, Instant at) {
        var state = cleaned ? Import.State.CLEANED : Import.State.TAKEN;
        return new Import(file, state, article.id(), article.title(), false, notes, facts, at);
    }
}
