package org.ximen.gaps;

import org.ximen.text.Language;

/** What is wrong with an answer, as the person who asked says. */
public enum Reason {
    OFF_POINT("答非所问", "Beside the point"),
    OUTDATED("内容过时", "Out of date"),
    UNCLEAR("看不懂", "Hard to understand"),
    INCOMPLETE("没答全", "Incomplete");

    private final String shown;
    private final String english;

    Reason(String shown, String english) {
        this.shown = shown;
        this.english = english;
    }

    /** The words on the button. */
    public String shown() {
        return shown;
    }

    /** The same for who speaks this language. */
    public String shown(Language language) {
        return language.of(shown, english);
    }
}
