package org.ximen.topics;

/** What somebody who had reported thinks of the effect. */
public enum EffectVerdict {
    BETTER("好多了"),
    SAME("差不多"),
    WORSE("没好");

    private final String shown;

    EffectVerdict(String shown) {
        this.shown = shown;
    }

    /** The words staff read. */
    public String shown() {
        return shown;
    }
}
