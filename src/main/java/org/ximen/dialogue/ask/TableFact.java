package org.ximen.dialogue.ask;

import org.jspecify.annotations.Nullable;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.dialogue.Work;
import org.ximen.knowledge.Finding;

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
        // Only an editor's answer in the same words is surer than most that are wrong.
        /** It does not, but speaks of it; an article that plainly tells is better. */
        MISSING(95),
        /** Any article that answers is better, if it is one of those that were cited before. */
        LAST(0);

        private final int outdone;

        Worth(int outdone) {
            this.outdone = outdone;
        }
    }

    /** Whether no article tells it better. */
    public boolean known() {
        return worth == Worth.KNOWN;
    }

    /**
     * Whether the articles tell it better.
     *
     * @param before what was found last
     */
    boolean isOutdone(Finding finding, @Nullable LastAnswer before) {
        return finding instanceof Finding.Answered answered
                && answered.confidence() >= worth.outdone
                && (worth != Worth.LAST || before != null && cites(answered, before));
    }

    private static boolean cites(Finding.Answered answered, LastAnswer before) {
        return answered.citations().stream()
                .anyMatch(source -> before.articles().contains(source.article()));
    }
}
