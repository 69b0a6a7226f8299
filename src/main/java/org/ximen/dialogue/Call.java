package org.ximen.dialogue;

import org.ximen.understanding.Act;

/** What a skill is called for. */
public sealed interface Call {
    /** The words of the turn, taken for this act. */
    record Said(Act act) implements Call {}

    /**
     * A button.
     *
     * @param value what stands behind its name; empty if nothing does
     */
    record Pressed(String button, String value) implements Call {}

    /**
     * A command.
     *
     * @param rest what was typed behind it; empty if nothing was
     */
    record Commanded(String command, String rest) implements Call {}

    /** A picture or a place without words. */
    record Shown() implements Call {}

    /** The sender's own number, given by the channel. */
    record PhoneShared(String number) implements Call {}

    /** Nothing that can be read. */
    record Nothing() implements Call {}
}
