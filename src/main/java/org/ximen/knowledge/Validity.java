package org.ximen.knowledge;

/**
 * Whether an article counts on a given day. Only what is CURRENT may answer; that it is so is no
 * finding, which {@link Standing} tells.
 */
public enum Validity {
    CURRENT("未失效", "in force"),
    NOT_YET("尚未施行", "not yet in force"),
    EXPIRED("已失效", "no longer in force"),
    SUPERSEDED("已被新规定替代", "replaced by a newer rule"),
    REPEALED("已废止", "repealed");

    private final String shown;
    private final String english;

    Validity(String shown, String english) {
        this.shown = shown;
        this.english = english;
    }

    /** As a citation says it. */
    public String shown() {
        return shown;
    }

    /** The same in English. */
    public String english() {
        return english;
    }
}
