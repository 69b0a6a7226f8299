package org.ximen.dialogue;

import org.ximen.understanding.MessageReader;

/** Reads parts of a message, in the situation of the whole. */
public final class PartReader {
    private final MessageReader reader;

    /** Reads with this reader. */
    public PartReader(MessageReader reader) {
        this.reader = reader;
    }

    /** The turn about these words alone. */
    public Turn of(Turn turn, String words) {
        var situation = SituationReader.read(turn.standing(), turn.around());
        return turn.part(words, reader.read(words, situation));
    }
}
