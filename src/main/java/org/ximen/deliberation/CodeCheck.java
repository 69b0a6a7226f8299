package org.ximen.deliberation;

/** What became of a code that was typed. */
public sealed interface CodeCheck {
    /** It is good for one vote. */
    record Good(Deliberation about, BallotCode code) implements CodeCheck {}

    /** It was used. */
    record Used() implements CodeCheck {}

    /** The vote has not begun or is over. */
    record Closed() implements CodeCheck {}

    /**
     * There is no such code.
     *
     * @param left how many more can be tried today; 0 for none
     */
    record Wrong(int left) implements CodeCheck {}
}
