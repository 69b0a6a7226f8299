package org.ximen.dialogue.danger;

import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.report.CaseFiling;
import org.ximen.dialogue.report.DraftReader;

/** What is told of a danger after its case was filed reaches the case and those on duty. */
final class DangerCases {
    private final Cases cases;
    private final CaseFiling filing;
    private final DraftReader reader;

    DangerCases(Features features) {
        this.cases = features.cases();
        this.filing = new CaseFiling(features);
        this.reader = new DraftReader(features.codeTable(), features.district());
    }

    /** More words, and perhaps more of the place. */
    void more(GridCase item, Turn turn) {
        filing.supplement(item.number(), turn.words(), turn.incoming().photos(), turn);
        var known = reader.known(item);
        var fuller = reader.completed(known, turn.words(), false);
        if (!fuller.text().equals(known.text())) {
            cases.relocate(item.number(), fuller, turn.person().id(), turn.now());
        }
    }

    /** It has become a danger, or a graver one. */
    void escalate(GridCase item, Turn turn) {
        more(item, turn);
        cases.escalate(item.number(), turn.person().id(), turn.words(), turn.now());
    }

    /** The person says that it is over. */
    void over(String number, Turn turn) {
        filing.supplement(number, turn.words(), turn.incoming().photos(), turn);
        cases.calmed(number, turn.person().id(), turn.words(), turn.now());
    }
}
