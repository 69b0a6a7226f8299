package org.ximen.cases;

/**
 * A step that somebody may take with a case now.
 *
 * @param noteNeeded whether it cannot do without a reason
 * @param intoNeeded whether it cannot do without the number of another case
 * @param internal whether only staff read of it
 */
public record OpenMove(Verb verb, boolean noteNeeded, boolean intoNeeded, boolean internal) {
    static OpenMove of(Moves.Rule rule) {
        return new OpenMove(
                rule.verb(),
                rule.needs(Moves.Need.NOTE),
                rule.needs(Moves.Need.INTO),
                rule.internal());
    }
}
