package org.ximen.dialogue.danger;

import org.jspecify.annotations.Nullable;
import org.ximen.cases.Danger;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.QueueTexts;
import org.ximen.dialogue.ReportDraft;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.report.DraftReader;
import org.ximen.dialogue.report.ReportFlow;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.NewTicket;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;

/**
 * Somebody wants to die: no form, a person is called at once, and the talk goes on. Where a place
 * is told, those on duty are told of it.
 */
final class StayingWith {
    static final String STAY = "stay";
    private static final String URGENT = "轻生";

    private final Handoff handoff;
    private final ReportFlow flow;
    private final DraftReader reader;
    private final DangerWords words;
    private final QueueTexts queue = new QueueTexts();

    StayingWith(Features features, ReportFlow flow, DraftReader reader, DangerWords words) {
        this.handoff = features.handoff();
        this.flow = flow;
        this.reader = reader;
        this.words = words;
    }

    /** The first word of it. */
    Step with(Turn turn, @Nullable Danger danger, Conversation standing) {
        if (standing.wasAsked("danger", STAY)) {
            return on(turn, standing);
        }
        var wish = new NewTicket(turn.words(), URGENT, URGENT, null);
        var ticket = handoff.askAbout(turn.person(), wish, turn.now());
        var draft = reader.tell(ReportDraft.EMPTY, turn).dangerous("self_harm");
        var receipt = queue.receipt(turn.language(), handoff.place(ticket, turn.now()));
        var reply = words.staying(turn, danger, receipt);
        return Step.of(reply, located(turn, draft, standing).next());
    }

    private record Told(Conversation next, boolean filed) {}

    private Told located(Turn turn, ReportDraft draft, Conversation standing) {
        if (draft.place().precise()) {
            var step = flow.file(turn, draft, false, standing);
            return new Told(step.next().asking(open()), true);
        }
        return new Told(standing.drafting(draft).asking(open()), false);
    }

    private static OpenQuestion open() {
        return new OpenQuestion("danger", STAY, null);
    }

    /** Every further word, until the person says that it is over. */
    Step on(Turn turn, Conversation standing) {
        var draft = standing.draft();
        if (isCalm(turn)) {
            return Step.of(words.anytime(turn), standing.drafting(null));
        }
        if (draft == null) {
            return Step.of(words.here(turn), standing);
        }
        var told = located(turn, reader.tell(draft, turn), standing);
        return Step.of(told.filed() ? words.located(turn) : words.here(turn), told.next());
    }

    /** Who takes back a word that is as grave as before is not left alone. */
    private static boolean isCalm(Turn turn) {
        boolean ends = turn.act() == Act.WITHDRAW || turn.act() == Act.THANK;
        return ends && turn.reading().danger().level() != DangerReading.Level.NOW;
    }
}
