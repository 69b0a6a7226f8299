package org.ximen.cases;

import java.util.Arrays;
import java.util.List;
import org.ximen.text.Language;

/** How far a case is, as everybody may know it (GB/T 30428.8). */
public enum Stage {
    REPORTED("上报", "reported"),
    FILED("立案", "taken up"),
    DISPATCHED("派遣", "dispatched"),
    HANDLED("处置", "handled"),
    VERIFIED("核查", "checked"),
    CLOSED("结案", "closed"),
    RATED("评价", "rated");

    private final String shown;
    private final String english;

    Stage(String shown, String english) {
        this.shown = shown;
        this.english = english;
    }

    /** The finer states that belong to it. */
    public List<State> states() {
        return Arrays.stream(State.values()).filter(state -> state.stage() == this).toList();
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
