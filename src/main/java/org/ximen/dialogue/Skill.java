package org.ximen.dialogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ximen.understanding.Act;

/** One thing the assistant can do in a conversation. */
public interface Skill {
    /** By which an open question says whose it is. */
    String name();

    /** What it answers; each act belongs to one skill. */
    default Set<Act> acts() {
        return Set.of();
    }

    /** Words, with a slash or as Chinese words without one, and the command each stands for. */
    default Map<String, String> commands() {
        return Map.of();
    }

    /**
     * Whether its commands are for the work of staff: whoever leads a talk from their chat says
     * none of them to the resident.
     */
    default boolean isForStaff() {
        return false;
    }

    /** Names of its buttons. */
    default Set<String> buttons() {
        return Set.of();
    }

    /**
     * Takes a message before all others do, even where it may speak of a danger: what a member of
     * staff sends for the work in hand.
     */
    default Optional<Work> claim(Turn turn) {
        return Optional.empty();
    }

    /**
     * Whether it asked last in this chat and waits for words: those of a member of staff are then
     * not for the resident whose talk they have in hand.
     */
    default boolean awaitsWords(Turn turn) {
        return false;
    }

    /** Whether what was sent to it is a code, which is in no language. */
    default boolean isCode(Turn turn) {
        return false;
    }

    /** Notes what it must know of whatever is said; inside the transaction of the message. */
    default void heard(Turn turn) {}

    /**
     * Whether what was sent to it is kept nowhere with the person, and is not for whoever talks
     * with them: a ballot, a comment without a name.
     */
    default boolean isSecret(Turn turn) {
        return false;
    }

    /** Takes a message as the answer to what it asked; empty where it is something else. */
    default Optional<Work> answer(Turn turn) {
        return Optional.empty();
    }

    /** What it has to say to words that it knows, though they may want another thing as well. */
    default Optional<Work> ifKnown(Turn turn) {
        return Optional.empty();
    }

    /** What it has to say to words that go on from what it said last; empty where they do not. */
    default Optional<Work> goingOn(Turn turn) {
        return Optional.empty();
    }

    /** Looks up what takes time, outside any transaction, and says what is left to do. */
    Work take(Turn turn, Call call);
}
