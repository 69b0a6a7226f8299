package org.ximen.cases;

import java.util.List;

/** How a case came to the street. */
public enum CaseSource {
    RESIDENT("居民上报"),
    PATROL("巡查发现"),
    PHONE("来电"),
    VISIT("来访"),
    HOTLINE("12345"),
    MEDIA("媒体"),
    OPEN311("Open311"),
    /** Staff heard of it where they went themselves, which is filed with the visit. */
    OUTREACH("走访");

    private final String shown;

    CaseSource(String shown) {
        this.shown = shown;
    }

    /** Those that staff may say of what they file, the commonest first. */
    public static List<CaseSource> byStaff() {
        return List.of(PHONE, VISIT, HOTLINE, PATROL, MEDIA);
    }

    /** The words people read. */
    public String shown() {
        return shown;
    }
}
