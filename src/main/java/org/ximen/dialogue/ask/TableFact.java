package org.ximen.dialogue.ask;

import org.ximen.dialogue.Work;

/**
 * What a table of facts has to say to a question.
 *
 * @param worth against what the articles say
 */
public record TableFact(Worth worth, Work work) {
    /** How sure an article has to be to be told instead. */
    public enum Worth {
        /** It holds what was asked for. */
        KNOWN(101),
        // On 21 such questions the wrong answers of articles came at up to 80, an editor's answer
        // at 91 to 100 in like words, 82 in others.
        /** It does not, but speaks of it; an article that plainly tells is better. */
        MISSING(90),
        /** Any article that answers is better. */
        LAST(0);

        private final int outdone;

        Worth(int outdone) {
            this.outdone = outdone;
        }
    }

    /** Whether no article tells it better. */
    boolean known() {
        return worth == Worth.KNOWN;
    }

    /** Whether an article that is so sure, 0 to 100, tells it better. */
    boolean isOutdone(int confidence) {
        return confidence >= worth.outdone;
    }
}
