package org.ximen.dialogue.officer;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Turn;

/** What a member of staff was asked last, with what is needed to go on. */
enum FieldQuestion {
    /** Where they arrived; number. */
    WHERE,
    /** Why a case goes back; number. */
    RETURN,
    EXTEND,
    HELP,
    REWORK,
    /** Whether the closing condition is met; a {@link Submission}. */
    MET,
    /** Why units that help are not waited for; a {@link Submission}. */
    ALONE,
    /** For a picture of the check; number. */
    VERIFY,
    /** Who was called; number. */
    CALLED,
    /** What the leader wants; number. */
    URGE,
    /** What was found on patrol; a {@link PatrolFind}. */
    FIND,
    /** For a picture of what was settled at once; a {@link PatrolFind}. */
    SETTLE,
    /** Of what kind it is; a {@link PatrolFind}. */
    KIND;

    static final String SKILL = "officer";

    private static final Duration JUST_NOW = Duration.ofMinutes(5);
    private static final Duration ON_THE_WAY = Duration.ofHours(1);

    /** Whether words answer it; else a picture or a place does. */
    boolean takesWords() {
        return this != WHERE && this != VERIFY && this != SETTLE;
    }

    /** Whether an answer is to what is open: that was asked last in the chat, or just now. */
    static boolean isFresh(Turn turn) {
        var asked = turn.standing().asked();
        var since = asked == null ? null : asked.since();
        boolean justNow = since != null && !turn.now().isAfter(since.plus(JUST_NOW));
        // Words may be for a resident who has spoken since.
        boolean mayBeRelayed = turn.hasWords() && turn.around().inHand().isPresent();
        return turn.followsQuestion() || justNow && !mayBeRelayed;
    }

    /** Whether a picture may still answer what is open: the way there takes its time. */
    static boolean isRecent(Turn turn) {
        var asked = turn.standing().asked();
        var since = asked == null ? null : asked.since();
        return since != null && !turn.now().isAfter(since.plus(ON_THE_WAY));
    }

    OpenQuestion with(@Nullable String value) {
        return new OpenQuestion(SKILL, name(), value);
    }

    /** What a conversation waits for, if it waits for a member of staff. */
    static Optional<FieldQuestion> of(Conversation standing) {
        var asked = standing.asked();
        return asked == null || !asked.skill().equals(SKILL)
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(each -> each.name().equals(asked.about()))
                        .findFirst();
    }
}
