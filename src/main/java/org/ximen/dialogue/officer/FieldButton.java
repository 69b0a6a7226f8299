package org.ximen.dialogue.officer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The buttons of staff in a chat; those that are about a case have its number behind them. */
enum FieldButton {
    TASKS,
    CARD,
    ACCEPT,
    ARRIVE,
    NAVIGATE,
    PHOTO,
    RETURN,
    EXTEND,
    HELP,
    /** Number and department. */
    UNIT,
    /** What an assisting unit was asked for is done. */
    HELPED,
    /** The closing condition is met. */
    MET,
    UNMET,
    /** The pictures are of something else. */
    OTHER,
    NO_PHOTO,
    /** Number and reason. */
    WITHOUT,
    PUT_DOWN,
    VERIFY,
    CALLED,
    REWORK,
    URGE,
    PRIORITISE,
    /** The picture that was just sent is of this case. */
    SHOWS,
    PATROL,
    FILE,
    SETTLE,
    KIND,
    /** Code of a category. */
    CHOSEN,
    RESIDENT,
    DROP;

    private static final String MARK = "t-";

    /** As it stands in a choice. */
    String written() {
        return MARK + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<String> all() {
        return Arrays.stream(values()).map(FieldButton::written).collect(Collectors.toSet());
    }

    static Optional<FieldButton> of(String written) {
        return Arrays.stream(values()).filter(each -> each.written().equals(written)).findFirst();
    }
}
