package org.ximen.cases;

import java.util.Arrays;
import java.util.List;

/** How far a case is, as everybody may know it (GB/T 30428.8). */
public enum Stage {
    REPORTED("上报"),
    FILED("立案"),
    DISPATCHED("派遣"),
    HANDLED("处置"),
    VERIFIED("核查"),
    CLOSED("结案"),
    RATED("评价");

    private final String shown;

    Stage(String shown) {
        this.shown = shown;
    }

    /** The finer states that belong to it. */
    public List<State> states() {
        return Arrays.stream(State.values()).filter(state -> state.stage() == this).toList();
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }
}
