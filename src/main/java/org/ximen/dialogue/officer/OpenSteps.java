package org.ximen.dialogue.officer;

import java.util.List;
import org.ximen.cases.OpenMove;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Verb;
import org.ximen.staff.Role;

/** What a member may do with a case now. */
record OpenSteps(List<OpenMove> moves, Role role) {
    OpenSteps {
        moves = List.copyOf(moves);
    }

    boolean has(Verb verb) {
        return moves.stream().anyMatch(move -> move.verb() == verb);
    }

    /** Whether pictures of a phase are taken now. */
    boolean takes(PhotoPhase phase) {
        return moves.stream().anyMatch(move -> move.photo() == phase);
    }

    /** Whether the member's unit only helps, and so shows nothing. */
    boolean helps() {
        return has(Verb.HANDLE) && !takes(PhotoPhase.AFTER);
    }

    /** Whether the member can ask for more time and for help, as who handles it can. */
    boolean handles() {
        return takes(PhotoPhase.AFTER) && has(Verb.RETURN);
    }

    /** Whether the member only steers. */
    boolean leads() {
        return role == Role.LEADER;
    }
}
