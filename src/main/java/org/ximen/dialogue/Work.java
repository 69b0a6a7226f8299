package org.ximen.dialogue;

/** What is left to do of a call once everything slow has been looked up. */
@FunctionalInterface
public interface Work {
    /**
     * Does it, inside the message's transaction.
     *
     * @param standing where the conversation stands just then
     */
    Step run(Conversation standing);
}
