package org.ximen.gaps;

/** What is wrong with an answer, as the person who asked says. */
public enum Reason {
    OFF_POINT("答非所问"),
    OUTDATED("内容过时"),
    UNCLEAR("看不懂"),
    INCOMPLETE("没答全");

    private final String shown;

    Reason(String shown) {
        this.shown = shown;
    }

    /** The words on the button. */
    public String shown() {
        return shown;
    }
}
