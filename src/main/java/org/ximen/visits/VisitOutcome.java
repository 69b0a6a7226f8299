package org.ximen.visits;

/** How a visit ended. */
public enum VisitOutcome {
    MET("见到了"),
    NOBODY_HOME("没人在"),
    REFUSED("不便打扰");

    private final String shown;

    VisitOutcome(String shown) {
        this.shown = shown;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }
}
