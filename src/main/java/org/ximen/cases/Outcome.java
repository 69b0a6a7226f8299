package org.ximen.cases;

import org.ximen.text.Language;

/** What came of a case; each is counted apart. */
public enum Outcome {
    RESOLVED("已解决", "solved"),
    PARTLY_RESOLVED("部分解决", "partly solved"),
    TRANSFERRED("转办", "passed on to others"),
    NOT_ACCEPTED("不予受理", "not accepted"),
    NOT_YET_POSSIBLE("暂不具备条件", "not possible yet");

    private final String shown;
    private final String english;

    Outcome(String shown, String english) {
        this.shown = shown;
        this.english = english;
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }

    /** The same for who speaks this language. */
    public String shown(Language language) {
        return language.of(shown, english);
    }
}
