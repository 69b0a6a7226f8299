package org.ximen.visits;

/** Why somebody is taken off the list; a choice, so that nothing of them is written for ever. */
public enum RemovalReason {
    MOVED("搬走"),
    ASKED("本人要求"),
    DIED("去世"),
    TWICE("重复"),
    OTHER("其他");

    private final String shown;

    RemovalReason(String shown) {
        this.shown = shown;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }
}
