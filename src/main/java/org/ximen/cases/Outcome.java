package org.ximen.cases;

/** What came of a case; each is counted apart. */
public enum Outcome {
    RESOLVED("已解决"),
    PARTLY_RESOLVED("部分解决"),
    TRANSFERRED("转办"),
    NOT_ACCEPTED("不予受理"),
    NOT_YET_POSSIBLE("暂不具备条件");

    private final String shown;

    Outcome(String shown) {
        this.shown = shown;
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }
}
