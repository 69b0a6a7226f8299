package org.ximen.dialogue.danger;

import java.util.Optional;
import org.ximen.cases.Cases;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.report.CaseFiling;
import org.ximen.district.Place;
import org.ximen.understanding.PlaceMention;

/** What is told of a danger after its case was filed reaches the case and those on duty. */
final class DangerCases {
    private final Cases cases;
    private final CaseFiling filing;

    DangerCases(Features features) {
        this.cases = features.cases();
        this.filing = new CaseFiling(features);
    }

    /** More words, and perhaps the place. */
    void more(String number, Optional<PlaceMention> place, Turn turn) {
        filing.supplement(number, turn.words(), turn.incoming().photos(), turn);
        place.map(PlaceMention::place).filter(Place::precise).ifPresent(at -> move(number, at, turn));
    }

    private void move(String number, Place place, Turn turn) {
        cases.relocate(number, place, turn.person().id(), turn.now());
    }

    /** It has become a danger, or a graver one. */
    void escalate(String number, Optional<PlaceMention> place, Turn turn) {
        more(number, place, turn);
        cases.escalate(number, turn.person().id(), turn.words(), turn.now());
    }

    /** The person says that it is over. */
    void over(String number, Turn turn) {
        filing.supplement(number, turn.words(), turn.incoming().photos(), turn);
        cases.calmed(number, turn.person().id(), turn.words(), turn.now());
    }
}
