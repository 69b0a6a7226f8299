package org.ximen.dialogue;

/** What came of one intent, and where the conversation stands after it. */
record Step(Outcome outcome, Flow next) {
    static Step end(Outcome outcome) {
        return new Step(outcome, new Flow.Idle());
    }

    /** Something said beside an open report, which stays open. */
    static Step aside(Turn turn, Outcome outcome) {
        return turn.flow() instanceof Flow.Reporting
                ? new Step(outcome, turn.flow())
                : end(outcome);
    }
}
