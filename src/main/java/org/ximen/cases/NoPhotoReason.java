package org.ximen.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ximen.text.Language;

/** Why a step may do without a picture. */
public enum NoPhotoReason {
    INDOORS(PhotoPhase.AFTER, "室内", "indoors"),
    PRIVACY(PhotoPhase.AFTER, "隐私", "privacy"),
    BY_PHONE(PhotoPhase.AFTER, "电话解决", "settled on the telephone"),
    UNSEEN(PhotoPhase.AFTER, "看不出来", "nothing that a picture shows"),
    /** Who answered has to be named. */
    CALL(PhotoPhase.VERIFIED, "电话核实", "checked on the telephone");

    private final PhotoPhase phase;
    private final String shown;
    private final String english;

    NoPhotoReason(PhotoPhase phase, String shown, String english) {
        this.phase = phase;
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

    /** Those for pictures of a phase. */
    public static List<NoPhotoReason> of(PhotoPhase phase) {
        return Arrays.stream(values()).filter(reason -> reason.phase == phase).toList();
    }

    /** The one that is meant by its name, or by its word at the start. */
    static Optional<NoPhotoReason> meant(String said, PhotoPhase phase) {
        return of(phase).stream()
                .filter(reason ->
                        said.equalsIgnoreCase(reason.name()) || said.startsWith(reason.shown))
                .findFirst();
    }
}
