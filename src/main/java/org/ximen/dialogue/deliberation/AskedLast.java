package org.ximen.dialogue.deliberation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ximen.chat.Choice;
import org.ximen.dialogue.Turn;
import org.ximen.handoff.Ticket;
import org.ximen.understanding.Act;

/** What a chat was asked last about what is talked over, and whether words answer it. */
final class AskedLast {
    static final String SKILL = "deliberation";
    static final String LETTING_GO = "deliberation-no";

    static final Duration FRESH = Duration.ofMinutes(30);
    // As sure as this, words that want another thing are no comment.
    private static final double PLAINLY = 0.9;
    // What is read as one of these may be what somebody thinks of it.
    private static final Set<Act> OPINIONS =
            EnumSet.of(Act.SUGGEST, Act.GRIEVANCE, Act.PRAISE, Act.YES, Act.NO);

    private AskedLast() {}

    /** Whether this was the last that was said in the chat, not long ago, outside a report. */
    static boolean is(Turn turn, String what) {
        return turn.standing().draft() == null
                && turn.standing().wasAsked(SKILL, what)
                && turn.answersLast(FRESH)
                && offered(turn, LETTING_GO).isPresent();
    }

    /** Whether there are words, and nothing else that is looked at first. */
    static boolean isSaid(Turn turn) {
        return turn.hasWords()
                && turn.incoming().choice() == null
                && !turn.showsSomething()
                && !turn.tellsOfDanger();
    }

    /** Whether words plainly want something else than to say what one thinks. */
    static boolean isElse(Turn turn) {
        return turn.sureness() >= PLAINLY && !OPINIONS.contains(turn.act());
    }

    /** Whether a member of staff talks with whoever writes. */
    static boolean isTalkedWith(Turn turn) {
        return turn.around().ticket().filter(t -> t.state() == Ticket.State.CLAIMED).isPresent();
    }

    /** The same, or whoever writes leads such a talk. */
    static boolean isInTalk(Turn turn) {
        return isTalkedWith(turn) || turn.around().inHand().isPresent();
    }

    /** What stands behind the name of a button of the last reply. */
    static Optional<String> offered(Turn turn, String button) {
        return turn.around().last().stream()
                .limit(1)
                .flatMap(reply -> reply.choices().stream())
                .map(Choice::value)
                .filter(value -> value.equals(button) || value.startsWith(button + ":"))
                .map(value -> value.substring(Math.min(value.length(), button.length() + 1)))
                .findFirst();
    }

    /** The words that may be a comment: with those before them where these go on from them. */
    static Optional<String> meantWords(Turn turn, String button) {
        var before = turn.standing().proposed();
        return before.isEmpty()
                ? Optional.of(turn.words())
                : before.filter(words -> offered(turn, button).isPresent())
                        .map(words -> words + "，" + turn.words());
    }

    /** What a button says that is about these words alone. */
    static String value(long id, String words) {
        return id + "-" + Integer.toHexString(words.hashCode());
    }

    static boolean isValue(String value, String words) {
        return value.endsWith("-" + Integer.toHexString(words.hashCode()));
    }
}
