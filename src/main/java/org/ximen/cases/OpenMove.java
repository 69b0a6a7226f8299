package org.ximen.cases;

/**
 * A step that somebody may take with a case now.
 *
 * @param noteNeeded whether it cannot do without a reason
 * @param intoNeeded whether it cannot do without the number of another case
 */
public record OpenMove(Verb verb, boolean noteNeeded, boolean intoNeeded) {
    static OpenMove of(Moves.Rule rule) {
        return new OpenMove(
                rule.verb(), rule.need() == Moves.Need.NOTE, rule.need() == Moves.Need.INTO);
    }
}
