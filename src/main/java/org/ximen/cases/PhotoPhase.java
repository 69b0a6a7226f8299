package org.ximen.cases;

/** What a picture of a case shows, by the step that it belongs to. */
public enum PhotoPhase {
    /** How it was reported. */
    BEFORE("处置前"),
    /** How it looks when it was handled. */
    AFTER("处置后"),
    /** How it looks to who checks it. */
    VERIFIED("核查");

    private final String shown;

    PhotoPhase(String shown) {
        this.shown = shown;
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }
}
