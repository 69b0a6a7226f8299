package org.ximen.dialogue.officer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.district.Point;
import org.ximen.staff.StaffMember;

/** A member of staff who does something in the chat that is theirs. */
record Acting(Turn turn, StaffMember me, Conversation standing) {
    Instant now() {
        return turn.now();
    }

    Sender chat() {
        return turn.incoming().sender();
    }

    /** Where the message came from, if it says so. */
    @Nullable Point point() {
        var here = turn.incoming().location();
        return here == null ? null : new Point(here.latitude(), here.longitude());
    }

    /** What was kept with the question that is open; empty if nothing was. */
    String kept() {
        var asked = standing.asked();
        var value = asked == null || FieldQuestion.of(standing).isEmpty() ? null : asked.value();
        return value == null ? "" : value;
    }

    /** Says something; what a member of staff was asked before is answered. */
    Step say(Reply reply) {
        var next = FieldQuestion.of(standing).isPresent() ? standing.asking(null) : standing;
        return Step.of(reply, next);
    }

    /** Asks something. */
    Step ask(Reply reply, OpenQuestion question) {
        return Step.of(reply, standing.asking(question));
    }

    /** Says something, and waits on for what was asked. */
    Step aside(Reply reply) {
        return Step.of(reply, standing);
    }
}
