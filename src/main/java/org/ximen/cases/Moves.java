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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        /** A leader only with the cases of their areas. */
        DISPATCHER_OR_LEADER(Role.DISPATCHER, Role.LEADER),
        /** Everybody who works with cases; a handler only with those of the unit. */
        STAFF(Role.DISPATCHER, Role.HANDLER, Role.VERIFIER, Role.LEADER),
        /** A handler of a unit that was asked to help; answers for that unit alone. */
        ASSISTANT(Role.HANDLER),
        /** Who found it on patrol and filed it; on the street it is often settled at once. */
        FINDER(Role.HANDLER, Role.VERIFIER),
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
            return switch (this) {
                case REPORTER -> "反映人";
                case ASSISTANT -> "协办单位的处置员";
                case FINDER -> "巡查上报的人";
                default -> String.join("或", roles.stream().sorted().map(Role::shown).toList());
            };
        }
    }

    /** What a step cannot do without. */
    enum Need {
        NOTE,
        INTO,
        CATEGORY,
        /** Words, a point or an area. */
        PLACE,
        URGENCY,
        UNITS,
        /** More time that was asked for. */
        REQUEST,
        /** Who reported it is known. */
        REPORTER,
        /** A picture of how it was left, or why there is none. */
        AFTER_PHOTO,
        /** A picture of the check, or who was called. */
        VERIFIED_PHOTO,
        /** The closing condition ticked, or why it is not met. */
        CLOSING
    }

    /** Who comes to know of a step. */
    enum Told {
        /** The people of the case are told. */
        PEOPLE,
        /** They are not told, but it stands in the history. */
        NOBODY,
        /** Only staff may know. */
        STAFF
    }

    /** One line of the table. */
    record Rule(State from, Verb verb, State to, Who who, Set<Need> needs, Told told) {
        boolean internal() {
            return told == Told.STAFF;
        }

        boolean needs(Need need) {
            return needs.contains(need);
        }
    }

    private static final State[] SENT = {DISPATCHED, ACCEPTED};
    private static final State[] CORRECTABLE = {REPORTED, FILED, RETURNED, DISPATCHED, ACCEPTED};

    private static final Map<State, List<Rule>> TABLE = new EnumMap<>(State.class);

    static {
        Arrays.stream(State.values()).forEach(s -> TABLE.put(s, new ArrayList<>()));
        from(REPORTED, FILED, RETURNED)
                .by(Who.DISPATCHER)
                .needing(Need.NOTE)
                .may(Verb.REFUSE, REFUSED);
        from(REPORTED).by(Who.DISPATCHER).may(Verb.FILE, FILED);
        from(FILED, RETURNED).by(Who.DISPATCHER).may(Verb.DISPATCH, DISPATCHED);
        from(REPORTED, FILED, RETURNED).by(Who.REPORTER).may(Verb.CANCEL, CANCELLED);
        from(CORRECTABLE).by(Who.DISPATCHER).needing(Need.INTO).may(Verb.MERGE, MERGED);

        // a small street skips ACCEPT: the handler just handles
        from(DISPATCHED).by(Who.HANDLER).may(Verb.ACCEPT, ACCEPTED);
        from(SENT).by(Who.HANDLER).telling(Told.STAFF).mayStaying(Verb.ARRIVE);
        from(SENT).by(Who.HANDLER).needing(Need.AFTER_PHOTO).may(Verb.HANDLE, HANDLED);
        from(REPORTED).by(Who.FINDER).needing(Need.AFTER_PHOTO).may(Verb.HANDLE, HANDLED);
        from(SENT).by(Who.HANDLER).needing(Need.NOTE).may(Verb.RETURN, RETURNED);
        from(SENT).by(Who.DISPATCHER).needing(Need.NOTE).may(Verb.SUSPEND, SUSPENDED);
        from(SUSPENDED).by(Who.DISPATCHER).may(Verb.RESUME, DISPATCHED);

        from(SENT).by(Who.DISPATCHER).needing(Need.NOTE).mayStaying(Verb.EXTEND);
        // who handles it only asks for more time
        from(SENT).by(Who.HANDLER).needing(Need.NOTE).telling(Told.STAFF).mayStaying(Verb.EXTEND);
        from(SENT).by(Who.DISPATCHER).needing(Need.REQUEST).mayStaying(Verb.GRANT);
        from(SENT)
                .by(Who.DISPATCHER)
                .needing(Need.REQUEST, Need.NOTE)
                .telling(Told.STAFF)
                .mayStaying(Verb.DENY);

        from(SENT)
                .by(Who.DISPATCHER_OR_HANDLER)
                .needing(Need.UNITS)
                .telling(Told.NOBODY)
                .mayStaying(Verb.ASSIST);
        from(SENT).by(Who.ASSISTANT).telling(Told.STAFF).mayStaying(Verb.ACCEPT);
        from(SENT).by(Who.ASSISTANT).telling(Told.STAFF).mayStaying(Verb.HANDLE);
        from(SENT).by(Who.ASSISTANT).needing(Need.NOTE).telling(Told.STAFF).mayStaying(Verb.RETURN);

        from(HANDLED).by(Who.VERIFIER).needing(Need.VERIFIED_PHOTO).may(Verb.VERIFY, VERIFIED);
        from(HANDLED, VERIFIED).by(Who.VERIFIER).needing(Need.NOTE).may(Verb.REWORK, ACCEPTED);
        from(VERIFIED).by(Who.DISPATCHER).needing(Need.CLOSING).may(Verb.CLOSE, CLOSED);
        from(CLOSED, REFUSED).by(Who.DISPATCHER).may(Verb.REOPEN, FILED);
        from(CLOSED).by(Who.REPORTER).may(Verb.APPEAL, DISPATCHED);

        // to another unit it goes anew, as DISPATCHED; so does REDISPATCH that names one
        from(CORRECTABLE).by(Who.DISPATCHER).needing(Need.CATEGORY).mayStaying(Verb.RECLASSIFY);
        from(SENT).by(Who.HANDLER).needing(Need.CATEGORY).may(Verb.RECLASSIFY, RETURNED);
        from(CORRECTABLE).by(Who.DISPATCHER).needing(Need.PLACE).mayStaying(Verb.RELOCATE);
        from(CORRECTABLE)
                .by(Who.DISPATCHER_OR_LEADER)
                .needing(Need.URGENCY)
                .mayStaying(Verb.PRIORITISE);
        from(SENT).by(Who.DISPATCHER_OR_LEADER).needing(Need.NOTE).may(Verb.REDISPATCH, RETURNED);
        from(CORRECTABLE).by(Who.DISPATCHER).needing(Need.NOTE).mayStaying(Verb.SPLIT);
        from(REPORTED, FILED, RETURNED, DISPATCHED, ACCEPTED, SUSPENDED)
                .by(Who.DISPATCHER_OR_HANDLER)
                .needing(Need.REPORTER)
                .telling(Told.NOBODY)
                .mayStaying(Verb.CONTACT);
        from(State.values())
                .by(Who.STAFF)
                .needing(Need.NOTE)
                .telling(Told.STAFF)
                .mayStaying(Verb.NOTE);
        TABLE.values().forEach(rules -> rules.sort(Comparator.comparing(Rule::verb)));
    }

    private Moves() {}

    /** The lines for a verb in a state; more than one where it depends on who takes it. */
    static List<Rule> rules(State state, Verb verb) {
        return of(state).stream().filter(rule -> rule.verb() == verb).toList();
    }

    /** All that can be done in a state, in the order of the verbs. */
    static List<Rule> of(State state) {
        return List.copyOf(rules(state));
    }

    private static List<Rule> rules(State state) {
        return Objects.requireNonNull(TABLE.get(state));
    }

    private static Line from(State... states) {
        return new Line(Arrays.asList(states), Who.DISPATCHER, Set.of(), Told.PEOPLE);
    }

    /** A line being written. */
    private record Line(List<State> from, Who who, Set<Need> needs, Told told) {
        Line by(Who other) {
            return new Line(from, other, needs, told);
        }

        Line needing(Need... others) {
            return new Line(from, who, Set.of(others), told);
        }

        Line telling(Told other) {
            return new Line(from, who, needs, other);
        }

        void may(Verb verb, State to) {
            from.forEach(state -> put(state, verb, to));
        }

        void mayStaying(Verb verb) {
            from.forEach(state -> put(state, verb, state));
        }

        private void put(State state, Verb verb, State to) {
            rules(state).add(new Rule(state, verb, to, who, needs, told));
        }
    }
}
