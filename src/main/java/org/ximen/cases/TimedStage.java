package org.ximen.cases;

import java.util.EnumSet;
import java.util.Set;
import org.ximen.staff.Role;

/** What has a time limit of its own. */
public enum TimedStage {
    /** Somebody gets in touch with who reported it. */
    CONTACT("先行联系"),
    FILING("立案"),
    DISPATCH("派遣"),
    /** The limit of the case, from its report on; anew when it is dispatched. */
    HANDLING("办理"),
    VERIFICATION("核查");

    private final String shown;

    TimedStage(String shown) {
        this.shown = shown;
    }

    /** The word staff read. */
    public String shown() {
        return shown;
    }

    /** The stages that somebody of this role looks after. */
    static Set<TimedStage> of(Role role) {
        return switch (role) {
            case HANDLER -> EnumSet.of(CONTACT, HANDLING);
            case VERIFIER -> EnumSet.of(VERIFICATION);
            default -> EnumSet.allOf(TimedStage.class);
        };
    }
}
