package org.ximen.knowledge;

/**
 * Whether an article counts on a given day. Only what is CURRENT may answer; that it is so is no
 * finding, which {@link Standing} tells.
 */
public enum Validity {
    CURRENT("未失效"),
    NOT_YET("尚未施行"),
    EXPIRED("已失效"),
    SUPERSEDED("已被新规定替代"),
    REPEALED("已废止");

    private final String shown;

    Validity(String shown) {
        this.shown = shown;
    }

    /** As a citation says it. */
    public String shown() {
        return shown;
    }
}
