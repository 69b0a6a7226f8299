package org.ximen.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        return of(phase).stream().filter(reason -> reason.isIn(said)).findFirst();
    }

    /** What is said besides one of these, such as why something is not waited for; null if none. */
    public static @Nullable String besides(@Nullable String said) {
        var listed =
                Arrays.stream(values())
                        .filter(reason -> said != null && reason.isIn(said))
                        .findFirst();
        return said != null && listed.isPresent() ? listed.get().rest(said) : said;
    }

    private boolean isIn(String said) {
        return said.equalsIgnoreCase(name())
                || said.startsWith(shown) && (this == CALL || endsWord(said));
    }

    /** 室内机 is not 室内; behind 电话核实 stands who was called. */
    private boolean endsWord(String said) {
        return said.length() == shown.length()
                || !Character.isLetterOrDigit(said.charAt(shown.length()));
    }

    private @Nullable String rest(String said) {
        var rest = said.startsWith(shown) ? said.substring(shown.length()) : "";
        var words = rest.replaceFirst("^[\\p{P}\\s]+", "");
        return words.isEmpty() ? null : words;
    }
}
