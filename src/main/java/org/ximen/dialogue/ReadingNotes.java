package org.ximen.dialogue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.dialogue.ReportDraft.DraftCategory;
import org.ximen.readings.HeardMessage;
import org.ximen.readings.Readings;
import org.ximen.understanding.Act;
import org.ximen.understanding.DialogueState;

/**
 * Tells what was read of a message, and what the person said or chose afterwards that shows how it
 * was meant, so that staff can put right what is read wrongly.
 */
final class ReadingNotes {
    private static final Set<DialogueState> OF_A_CASE =
            EnumSet.of(DialogueState.FILED, DialogueState.OPEN, DialogueState.CLOSED);
    // Less sure than this, words do not plainly say that they were misunderstood.
    private static final double PLAIN = 0.6;

    private final Readings readings;
    private final Cases cases;

    ReadingNotes(Features features) {
        this.readings = features.readings();
        this.cases = features.cases();
    }

    /**
     * Notes one message, in its transaction.
     *
     * @param read whether the answer is by what was read, and not by a button or a command
     */
    void note(Turn turn, Step done, boolean read) {
        if (done.forgotten()) {
            return;
        }
        chosen(turn);
        begun(turn, done);
        category(turn, done).ifPresent(code -> readings.meant(turn.person(), code, turn.now()));
        if (read) {
            heard(turn, done);
        }
    }

    private void chosen(Turn turn) {
        var pressed = turn.incoming().choice();
        var as = EitherQuestion.AS + ":";
        if (pressed != null && pressed.startsWith(as)) {
            EitherQuestion.chosen(turn, pressed.substring(as.length()))
                    .ifPresent(meant -> readings.meant(turn.person(), meant.act(), turn.now()));
        }
    }

    private void begun(Turn turn, Step done) {
        if (turn.standing().draft() == null && done.next().draft() != null) {
            readings.reported(turn.person(), turn.now());
        }
    }

    /** The category that the person chose in place of a guess: of a draft, or of a case. */
    private Optional<String> category(Turn turn, Step done) {
        var before = category(turn.standing());
        var after = category(done.next());
        return before == null || after == null || before.settled() || !after.settled()
                ? resorted(turn)
                : Optional.ofNullable(after.code());
    }

    private static @Nullable DraftCategory category(Conversation standing) {
        var draft = standing.draft();
        return draft == null ? null : draft.category();
    }

    private Optional<String> resorted(Turn turn) {
        if (turn.act() != Act.CORRECT || turn.standing().draft() != null) {
            return Optional.empty();
        }
        return turn.around()
                .spokenOf()
                .flatMap(before ->
                        cases.find(before.number()).filter(now -> !code(now).equals(code(before))))
                .map(ReadingNotes::code);
    }

    private static String code(GridCase item) {
        return item.category().code();
    }

    private void heard(Turn turn, Step done) {
        if (turn.act() == Act.REPAIR && turn.sureness() >= PLAIN) {
            readings.misunderstood(turn.person(), turn.now());
        }
        var state = SituationReader.read(turn.standing(), turn.around()).state();
        boolean ofCase =
                turn.standing().draft() != null
                        || done.next().draft() != null
                        || OF_A_CASE.contains(state)
                        || ActRanking.isAboutOwnCase(turn.act());
        var message =
                new HeardMessage(turn.words(), state, ActRanking.of(turn), turn.reading(), ofCase);
        readings.heard(turn.person(), message, turn.now());
    }
}
