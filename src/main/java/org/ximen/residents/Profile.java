package org.ximen.residents;

import org.ximen.text.Language;

/** What somebody is to the street. */
public enum Profile {
    RESIDENT("居民", "resident"),
    MERCHANT("商户", "shop");

    private final String shown;
    private final String english;

    Profile(String shown, String english) {
        this.shown = shown;
        this.english = english;
    }

    /** The word that people read. */
    public String shown() {
        return shown;
    }

    /** The same for who speaks this language. */
    public String shown(Language language) {
        return language.of(shown, english);
    }
}
