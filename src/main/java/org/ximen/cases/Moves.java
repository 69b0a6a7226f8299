package org.ximen.cases;

import static org.ximen.cases.State.ACCEPTED;
import static org.ximen.cases.State.CANCELLED;
import static org.ximen.cases.State.CLOSED;
import static org.ximen.cases.State.DISPATCHED;
import static org.ximen.cases.State.FILED;
import static org.ximen.cases.State.HANDLED;
import static org.ximen.cases.State.MERGED;
import static org.ximen.cases.State.REFUSED;
import static org.ximen.cases.State.REPORTED;
import static org.ximen.cases.State.RETURNED;
import static org.ximen.cases.State.SUSPENDED;
import static org.ximen.cases.State.VERIFIED;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ximen.staff.Role;

/** The table of moves: from which state, by which verb, to which, by whom, with what. */
final class Moves {
    /** Who may take a step; an administrator may take all. */
    enum Who {
        DISPATCHER(Role.DISPATCHER),
        HANDLER(Role.HANDLER),
        VERIFIER(Role.VERIFIER),
        DISPATCHER_OR_HANDLER(Role.DISPATCHER, Role.HANDLER),
        REPORTER();

        private final Set<Role> roles;

        Who(Role... roles) {
            this.roles = Set.of(roles);
        }

        Set<Role> roles() {
            return roles;
        }

        /** The words people read. */
        String shown() {
            return this == REPORTER
                    ? "反映人"
                    : String.join("或", roles.stream().sorted().map(Role::shown).toList());
        }
    }

    /** What a step cannot do without. */
    enum Need {
        NOTHING,
        NOTE,
        INTO
    }

    /**
     * One line of the table.
     *
     * @param silent whether the reporter is not told
     */
    record Rule(State from, Verb verb, State to, Who who, Need need, boolean silent) {}

    private static final Map<State, Map<Verb, Rule>> TABLE = new EnumMap<>(State.class);

    static {
        Arrays.stream(State.values()).forEach(s -> TABLE.put(s, new EnumMap<>(Verb.class)));
        from(REPORTED, FILED, RETURNED)
                .by(Who.DISPATCHER)
                .needing(Need.NOTE)
                .may(Verb.REFUSE, REFUSED);
        from(REPORTED).by(Who.DISPATCHER).may(Verb.FILE, FILED);
        from(FILED, RETURNED).by(Who.DISPATCHER).may(Verb.DISPATCH, DISPATCHED);
        from(REPORTED, FILED, RETURNED).by(Who.REPORTER).may(Verb.CANCEL, CANCELLED);
        from(REPORTED, FILED, RETURNED, DISPATCHED, ACCEPTED)
                .by(Who.DISPATCHER)
                .needing(Need.INTO)
                .may(Verb.MERGE, MERGED);

        // a small street skips ACCEPT: the handler just handles
        from(DISPATCHED).by(Who.HANDLER).may(Verb.ACCEPT, ACCEPTED);
        from(DISPATCHED, ACCEPTED).by(Who.HANDLER).may(Verb.HANDLE, HANDLED);
        from(DISPATCHED, ACCEPTED).by(Who.HANDLER).needing(Need.NOTE).may(Verb.RETURN, RETURNED);
        from(DISPATCHED, ACCEPTED)
                .by(Who.DISPATCHER)
                .needing(Need.NOTE)
                .may(Verb.SUSPEND, SUSPENDED);
        from(SUSPENDED).by(Who.DISPATCHER).may(Verb.RESUME, DISPATCHED);
        staying(Verb.EXTEND, Who.DISPATCHER_OR_HANDLER, Need.NOTE);
        staying(Verb.ASSIST, Who.HANDLER, Need.NOTHING);

        from(HANDLED).by(Who.VERIFIER).may(Verb.VERIFY, VERIFIED);
        from(HANDLED, VERIFIED).by(Who.VERIFIER).needing(Need.NOTE).may(Verb.REWORK, ACCEPTED);
        from(VERIFIED).by(Who.DISPATCHER).may(Verb.CLOSE, CLOSED);
        from(CLOSED, REFUSED).by(Who.DISPATCHER).may(Verb.REOPEN, FILED);
        from(CLOSED).by(Who.REPORTER).may(Verb.APPEAL, DISPATCHED);
    }

    private Moves() {}

    /** The line for a verb in a state, if there is one. */
    static Optional<Rule> rule(State state, Verb verb) {
        return Optional.ofNullable(rules(state).get(verb));
    }

    /** All that can be done in a state, in the order of the verbs. */
    static List<Rule> of(State state) {
        return List.copyOf(rules(state).values());
    }

    private static Map<Verb, Rule> rules(State state) {
        return Objects.requireNonNull(TABLE.get(state));
    }

    private static void staying(Verb verb, Who who, Need need) {
        for (var state : EnumSet.of(DISPATCHED, ACCEPTED)) {
            from(state).by(who).needing(need).may(verb, state);
        }
    }

    private static Line from(State... states) {
        return new Line(Arrays.asList(states), Who.DISPATCHER, Need.NOTHING);
    }

    /** A line being written. */
    private record Line(List<State> from, Who who, Need need) {
        Line by(Who other) {
            return new Line(from, other, need);
        }

        Line needing(Need other) {
            return new Line(from, who, other);
        }

        void may(Verb verb, State to) {
            boolean silent = verb == Verb.ASSIST;
            for (var state : from) {
                rules(state).put(verb, new Rule(state, verb, to, who, need, silent));
            }
        }
    }
}
