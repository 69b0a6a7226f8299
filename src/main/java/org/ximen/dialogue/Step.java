package org.ximen.dialogue;

/** What came of one intent, and where the conversation stands after it. */
record Step(Outcome outcome, Flow next) {
    static Step end(Outcome outcome) {
        return new Step(outcome, new Flow.Idle());
    }
}
