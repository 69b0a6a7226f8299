package org.ximen.cases;

import java.util.EnumSet;
import java.util.Set;
import org.ximen.staff.Role;

/** What has a time limit of its own. */
public enum TimedStage {
    /** Somebody gets in touch with who reported it. */
    CONTACT("先行联系", Role.DISPATCHER, Role.HANDLER),
    FILING("立案", Role.DISPATCHER),
    DISPATCH("派遣", Role.DISPATCHER),
    /** The limit of the case, from its report on; anew when it is dispatched. */
    HANDLING("办理", Role.DISPATCHER, Role.HANDLER),
    VERIFICATION("核查", Role.VERIFIER, Role.DISPATCHER);

    private final String shown;
    private final Set<Role> roles;

    TimedStage(String shown, Role... roles) {
        this.shown = shown;
        this.roles = Set.of(roles);
    }

    /** The word staff read. */
    public String shown() {
        return shown;
    }

    /** The stages that somebody of this role looks after; an administrator looks after all. */
    public static Set<TimedStage> of(Role role) {
        var all = EnumSet.allOf(TimedStage.class);
        all.removeIf(stage -> role != Role.ADMIN && !stage.roles.contains(role));
        return all;
    }
}
