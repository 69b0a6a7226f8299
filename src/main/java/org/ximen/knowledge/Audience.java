package org.ximen.knowledge;

/**
 * Whom an article is written for, and who asks. What is only for staff is never shown to others.
 */
public enum Audience {
    RESIDENT("居民"),
    MERCHANT("商户"),
    STAFF("工作人员");

    private final String shown;

    Audience(String shown) {
        this.shown = shown;
    }

    /** The street's word. */
    public String shown() {
        return shown;
    }
}
