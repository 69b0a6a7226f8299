package org.ximen.dialogue.cancel;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.understanding.Act;

/** Hands the command 取消 to whoever has something open. */
public final class CancelSkill implements Skill {
    private final Skill reports;
    private final Skill queue;
    private final Skill cases;
    private final Skill officers;

    /**
     * @param reports drops a draft
     * @param queue leaves the queue for a person
     * @param cases withdraws a case
     * @param officers lets go of what it asked a member of staff
     */
    public CancelSkill(Skill reports, Skill queue, Skill cases, Skill officers) {
        this.reports = reports;
        this.queue = queue;
        this.cases = cases;
        this.officers = officers;
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(entry("cancel", "cancel"), entry("取消", "cancel"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of("cancel");
    }

    @Override
    public Work take(Turn turn, Call call) {
        var number = value(call);
        if (!number.isEmpty()) {
            return cases.take(turn, new Call.Pressed("withdraw", number));
        }
        if (turn.standing().draft() != null) {
            return reports.take(turn, new Call.Pressed("drop", ""));
        }
        var asked = turn.standing().asked();
        if (asked != null && asked.skill().equals(officers.name())) {
            return officers.take(turn, new Call.Pressed("t-drop", ""));
        }
        return turn.around().ticket().isPresent()
                ? queue.take(turn, new Call.Pressed("leave-queue", ""))
                : cases.take(turn, new Call.Said(Act.WITHDRAW));
    }

    private static String value(Call call) {
        return switch (call) {
            case Call.Pressed(var button, var value) -> value;
            case Call.Commanded(var command, var rest) -> rest;
            default -> "";
        };
    }
}
