package org.ximen.cases;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.staff.Role;

/** Says who may take which step now, by the table of moves. */
final class Guard {
    private static final String UNASKED = "这件案件没有等着批的延期申请";
    private static final String UNKNOWN_REPORTER = "这件案件的反映人没有留名或已删除个人信息，没有人可以联系";

    // Whose lines do not say whom a step is for.
    private static final Set<Moves.Who> SELDOM = EnumSet.of(Moves.Who.ASSISTANT, Moves.Who.FINDER);

    private final District district;

    Guard(District district) {
        this.district = district;
    }

    /** What the actor may do now, in the order of the verbs. */
    List<Verb> open(Stored stored, Actor by) {
        return rules(stored, by).stream().map(Moves.Rule::verb).toList();
    }

    /** The lines of the table that the actor may use now, one a verb. */
    List<Moves.Rule> rules(Stored stored, Actor by) {
        var first = new EnumMap<Verb, Moves.Rule>(Verb.class);
        Moves.of(stored.item().state()).stream()
                .filter(rule -> permits(rule, stored, by))
                .forEach(rule -> first.putIfAbsent(rule.verb(), rule));
        return List.copyOf(first.values());
    }

    /** The line of the table for this step; if there is none for this actor, says why. */
    Moves.Rule pass(Stored stored, Verb verb, Actor by) {
        var item = stored.item();
        var rules = Moves.rules(item.state(), verb);
        return rules.stream()
                .filter(rule -> permits(rule, stored, by))
                .findFirst()
                .orElseThrow(() -> refusal(stored, by, why(rules, stored, verb)));
    }

    /** Whom it is for, as the first line says that is not for units that only help. */
    private String why(List<Moves.Rule> rules, Stored stored, Verb verb) {
        var item = stored.item();
        if (rules.stream().anyMatch(rule -> isMissingReporter(rule, stored))) {
            return UNKNOWN_REPORTER;
        }
        return rules.stream()
                .filter(rule -> !SELDOM.contains(rule.who()))
                .findFirst()
                .map(rule -> why(rule, item))
                .orElseGet(() -> wrongState(item, verb));
    }

    private String why(Moves.Rule rule, GridCase item) {
        if (isMissingRequest(rule, item)) {
            return UNASKED;
        }
        return rule.verb() == Verb.VERIFY
                ? wrongPerson(rule, item) + "，处置的人不能自己核查"
                : wrongPerson(rule, item);
    }

    private static boolean isMissingRequest(Moves.Rule rule, GridCase item) {
        return rule.needs(Moves.Need.REQUEST) && item.extension() == null;
    }

    private static boolean isMissingReporter(Moves.Rule rule, Stored stored) {
        return rule.needs(Moves.Need.REPORTER) && !stored.isReachable();
    }

    /** A refusal that names the verbs open to the actor. */
    NotAllowed refusal(Stored stored, Actor by, String why) {
        var open = open(stored, by);
        var next =
                open.isEmpty()
                        ? "现在没有您可以办的步骤"
                        : "现在可以：" + String.join("、", open.stream().map(Verb::shown).toList());
        return new NotAllowed(why + "。" + next, open);
    }

    private boolean permits(Moves.Rule rule, Stored stored, Actor by) {
        return !isMissingRequest(rule, stored.item())
                && !isMissingReporter(rule, stored)
                && switch (rule.who()) {
                    case REPORTER ->
                            by.person() != null && Objects.equals(by.person(), stored.reporter());
                    case ASSISTANT -> assists(stored.item(), by);
                    case FINDER -> found(stored.item(), by);
                    default -> by.roles().contains(Role.ADMIN) || isTheirs(rule, stored, by);
                };
    }

    private boolean isTheirs(Moves.Rule rule, Stored stored, Actor by) {
        if (Collections.disjoint(by.roles(), rule.who().roles())
                || rule.verb() == Verb.VERIFY && handled(stored.item(), by)) {
            return false;
        }
        boolean asHandler =
                by.roles().contains(Role.HANDLER) && rule.who().roles().contains(Role.HANDLER);
        return !asHandler
                || inCharge(stored.item(), by)
                || rule.who() == Moves.Who.STAFF && assists(stored.item(), by);
    }

    private boolean assists(GridCase item, Actor by) {
        var department = by.department();
        return by.roles().contains(Role.HANDLER)
                && department != null
                && item.awaited().stream()
                        .anyMatch(unit -> unit.department().equals(id(department)));
    }

    private static boolean found(GridCase item, Actor by) {
        return item.origin().source() == CaseSource.PATROL
                && !Collections.disjoint(by.roles(), Moves.Who.FINDER.roles())
                && !item.history().isEmpty()
                && item.history().getFirst().who().equals(by.name());
    }

    /** Nobody checks their own work. */
    private static boolean handled(GridCase item, Actor by) {
        return item.history().stream()
                .filter(GridCase::isHandling)
                .reduce((one, later) -> later)
                .filter(event -> event.who().equals(by.name()))
                .isPresent();
    }

    /** A handler without a department is the only one of a small street and handles everything. */
    private boolean inCharge(GridCase item, Actor by) {
        return by.department() == null
                || item.department() == null
                || id(by.department()).equals(id(item.department()));
    }

    private String id(String department) {
        return district.department(department).map(Department::id).orElse(department);
    }

    private static String wrongState(GridCase item, Verb verb) {
        return "案件 %s 现在“%s”，不能“%s”".formatted(item.number(), item.state().shown(), verb.shown());
    }

    private String wrongPerson(Moves.Rule rule, GridCase item) {
        var who = rule.who();
        var department = item.department();
        var of =
                who.roles().contains(Role.HANDLER) && department != null
                        ? district.department(department).map(Department::name).orElse(department)
                                + "的"
                        : "";
        return "“%s”要由%s%s来做".formatted(rule.verb().shown(), of, who.shown());
    }
}
