package org.ximen.cases;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.staff.Role;

/** Says who may take which step now, by the table of moves. */
final class Guard {
    private final District district;

    Guard(District district) {
        this.district = district;
    }

    /** What the actor may do now, in the order of the verbs. */
    List<Verb> open(Stored stored, Actor by) {
        return rules(stored, by).stream().map(Moves.Rule::verb).toList();
    }

    /** The lines of the table that the actor may use now. */
    List<Moves.Rule> rules(Stored stored, Actor by) {
        return Moves.of(stored.item().state()).stream()
                .filter(rule -> permits(rule, stored, by))
                .toList();
    }

    /** The line of the table for this step; if there is none for this actor, says why. */
    Moves.Rule pass(Stored stored, Verb verb, Actor by) {
        var item = stored.item();
        var rule =
                Moves.rule(item.state(), verb)
                        .orElseThrow(() -> refusal(stored, by, wrongState(item, verb)));
        if (!permits(rule, stored, by)) {
            throw refusal(stored, by, wrongPerson(rule, item));
        }
        return rule;
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
        if (rule.who() == Moves.Who.REPORTER) {
            return by.person() != null && Objects.equals(by.person(), stored.reporter());
        }
        if (by.roles().contains(Role.ADMIN)) {
            return true;
        }
        if (Collections.disjoint(by.roles(), rule.who().roles())) {
            return false;
        }
        boolean asHandler =
                by.roles().contains(Role.HANDLER) && rule.who().roles().contains(Role.HANDLER);
        return !asHandler || inCharge(stored.item(), by);
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
