package org.ximen.dialogue.officer;

import java.util.ArrayList;
import java.util.List;
import org.ximen.cases.CaseOrder;
import org.ximen.cases.Found;
import org.ximen.cases.PageWindow;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Step;

/** 我的任务: what waits for a member, the earliest deadline first, a few at a time. */
final class TaskList {
    private static final int AT_ONCE = 5;
    private static final CaseOrder BY_DEADLINE = new CaseOrder(CaseOrder.Key.DEADLINE, false);

    private final FieldCases cases;

    TaskList(FieldCases cases) {
        this.cases = cases;
    }

    /** One page, a message a case; {@code from} counts pages from 0. */
    Step show(Acting acting, int from) {
        var found = found(acting, from);
        if (found.items().isEmpty()) {
            var patrols = cases.desk().mayPatrol(acting.me());
            return acting.say(cases.words().nothing(acting.me(), patrols));
        }
        var replies = new ArrayList<Reply>();
        for (var item : found.items()) {
            int nth = found.count() == 1 ? -1 : replies.size();
            var open = cases.open(acting, item);
            replies.add(cases.words().card(item, open, nth, acting.now()));
        }
        replies.set(0, replies.getFirst().after(cases.words().say("tasks", count(found))));
        replies.add(end(acting, from, found));
        return new Step(replies, acting.say(replies.getFirst()).next(), false);
    }

    /** What waits, a few of it. */
    Found found(Acting acting, int from) {
        var window = new PageWindow(from, AT_ONCE, BY_DEADLINE);
        return cases.desk().tasks(acting.me(), window, acting.now());
    }

    private static String count(Found found) {
        return found.count() > Found.MOST ? Found.MOST + " 件以上" : found.count() + " 件";
    }

    private Reply end(Acting acting, int from, Found found) {
        var words = cases.words();
        var choices = new ArrayList<Choice>();
        if (found.more()) {
            var next = String.valueOf(from + 1);
            choices.add(words.labelled(words.say("button.more"), FieldButton.TASKS, next));
        }
        if (cases.desk().mayPatrol(acting.me())) {
            choices.add(words.button(FieldButton.PATROL));
        }
        var key = found.more() ? "tasks.more" : "tasks.end";
        return Reply.of(Reply.Kind.STATUS, words.say(key), List.copyOf(choices));
    }
}
