package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/** What a picture of a case shows, by the step that it belongs to. */
public enum PhotoPhase {
    /** How it was reported. */
    BEFORE("处置前", null),
    /** How it looks when it was handled. */
    AFTER("处置后", Verb.HANDLE),
    /** How it looks to who checks it. */
    VERIFIED("核查", Verb.VERIFY);

    private final String shown;
    private final @Nullable Verb proves;

    PhotoPhase(String shown, @Nullable Verb proves) {
        this.shown = shown;
        this.proves = proves;
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }

    /** Whether such a picture is what this step needs. */
    boolean proves(Verb verb) {
        return proves == verb;
    }
}
