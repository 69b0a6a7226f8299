package org.ximen.dialogue;

import java.util.List;
import org.ximen.chat.Reply;

/**
 * What came of a call.
 *
 * @param next where the conversation stands after it
 * @param forgotten the person was erased, so nothing of this turn is kept either
 */
public record Step(List<Reply> replies, Conversation next, boolean forgotten) {
    public Step {
        replies = List.copyOf(replies);
    }

    /** One reply, and where the conversation stands after it. */
    public static Step of(Reply reply, Conversation next) {
        return new Step(List.of(reply), next, false);
    }

    /** The person is gone. */
    public static Step farewell(Reply reply) {
        return new Step(List.of(reply), Conversation.NEW, true);
    }
}
