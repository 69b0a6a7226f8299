package org.ximen.testing;

import java.util.List;
import java.util.Optional;
import org.ximen.readings.HeardMessage;
import org.ximen.understanding.Act;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.Clause;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.understanding.DialogueState;
import org.ximen.understanding.MessageReading;

/**
 * Words with what is read from them, set by a test.
 *
 * @param best how probable the first act is
 * @param second how probable the second one is
 */
public record HeardWords(
        String words,
        Act act,
        double best,
        Act next,
        double second,
        List<CategoryGuess> categories,
        Level level,
        boolean ofCase) {
    public HeardWords {
        categories = List.copyOf(categories);
    }

    /** Of no case and no danger. */
    public static HeardWords of(String words, Act act, double best, Act next, double second) {
        return new HeardWords(words, act, best, next, second, List.of(), Level.NONE, false);
    }

    /** The same in a report. */
    public HeardWords inCase(CategoryGuess... guesses) {
        return new HeardWords(words, act, best, next, second, List.of(guesses), level, true);
    }

    /** The same with a fire. */
    public HeardWords burning(Level near) {
        return new HeardWords(words, act, best, next, second, categories, near, ofCase);
    }

    /** What the conversation hands over. */
    public HeardMessage message() {
        var acts = List.of(new ActGuess(act, best), new ActGuess(next, second));
        var danger =
                level == Level.NONE
                        ? new DangerReading(DangerReading.NONE, level, 0)
                        : new DangerReading("fire", level, .9);
        var clauses = List.of(new Clause(words, act, best));
        var reading =
                new MessageReading(acts, danger, categories, List.of(), Optional.empty(), clauses);
        return new HeardMessage(words, DialogueState.IDLE, acts, reading, ofCase);
    }
}
