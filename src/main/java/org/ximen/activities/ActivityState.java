package org.ximen.activities;

/** Where an activity stands. */
public enum ActivityState {
    OPEN("照常"),
    CANCELLED("已取消");

    private final String shown;

    ActivityState(String shown) {
        this.shown = shown;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }
}
