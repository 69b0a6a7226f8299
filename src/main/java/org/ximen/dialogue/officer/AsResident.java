package org.ximen.dialogue.officer;

import org.ximen.chat.Incoming;
import org.ximen.chat.Location;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.text.Plain;
import org.ximen.understanding.Act;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.Situation;

/** A member of staff is a resident, too: what they found goes on as a resident's report. */
record AsResident(MessageReader reader, Skill reports) {
    /** The same words and pictures, as if they came just now. Slow. */
    Work report(Turn turn, PatrolFind find) {
        var call = find.words().isEmpty() ? new Call.Shown() : new Call.Said(Act.REPORT);
        return reports.take(told(turn, find), call);
    }

    private Turn told(Turn turn, PatrolFind find) {
        var said = find.words();
        return new Turn(
                turn.person(),
                incoming(turn.incoming(), find),
                turn.standing().asking(null),
                turn.around(),
                said,
                Plain.comparable(Plain.start(said, Turn.READ)),
                reader.read(said, Situation.IDLE),
                turn.language(),
                said);
    }

    private static Incoming incoming(Incoming pressed, PatrolFind find) {
        var point = find.point();
        return new Incoming(
                pressed.sender(),
                pressed.id(),
                find.words(),
                null,
                point == null ? null : new Location(point.latitude(), point.longitude()),
                find.photos(),
                null,
                null,
                pressed.manners());
    }
}
