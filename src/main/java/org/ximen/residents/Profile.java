package org.ximen.residents;

/** What somebody is to the street. */
public enum Profile {
    RESIDENT("居民"),
    MERCHANT("商户");

    private final String shown;

    Profile(String shown) {
        this.shown = shown;
    }

    /** The word that people read. */
    public String shown() {
        return shown;
    }
}
