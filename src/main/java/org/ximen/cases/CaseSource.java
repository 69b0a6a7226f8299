package org.ximen.cases;

/** How a case came to the street. */
public enum CaseSource {
    RESIDENT("居民上报"),
    PATROL("巡查发现"),
    PHONE("来电"),
    VISIT("来访"),
    HOTLINE("12345"),
    MEDIA("媒体"),
    OPEN311("Open311");

    private final String shown;

    CaseSource(String shown) {
        this.shown = shown;
    }

    /** The words people read. */
    public String shown() {
        return shown;
    }
}
