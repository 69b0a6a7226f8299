package org.ximen.readings;

import java.util.List;
import org.ximen.understanding.ActGuess;
import org.ximen.understanding.DialogueState;
import org.ximen.understanding.MessageReading;

/**
 * A message that was answered by what was read from it.
 *
 * @param words as they were typed
 * @param acts what can be wanted just then, most probable first; at least one
 * @param ofCase whether the words belong to a case or to a report that is being told
 */
public record HeardMessage(
        String words,
        DialogueState state,
        List<ActGuess> acts,
        MessageReading reading,
        boolean ofCase) {
    public HeardMessage {
        acts = List.copyOf(acts);
    }
}
