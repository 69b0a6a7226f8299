package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/**
 * A step that somebody may take with a case now.
 *
 * @param noteNeeded whether it cannot do without a reason
 * @param intoNeeded whether it cannot do without the number of another case
 * @param internal whether only staff read of it
 * @param photo of which phase it needs a picture or a reason; null for none
 * @param closing whether the closing condition has to be ticked
 */
public record OpenMove(
        Verb verb,
        boolean noteNeeded,
        boolean intoNeeded,
        boolean internal,
        @Nullable PhotoPhase photo,
        boolean closing) {
    static OpenMove of(Moves.Rule rule) {
        return new OpenMove(
                rule.verb(),
                rule.needs(Moves.Need.NOTE),
                rule.needs(Moves.Need.INTO),
                rule.internal(),
                photo(rule),
                rule.needs(Moves.Need.CLOSING));
    }

    private static @Nullable PhotoPhase photo(Moves.Rule rule) {
        var check = rule.needs(Moves.Need.VERIFIED_PHOTO) ? PhotoPhase.VERIFIED : null;
        return rule.needs(Moves.Need.AFTER_PHOTO) ? PhotoPhase.AFTER : check;
    }
}
