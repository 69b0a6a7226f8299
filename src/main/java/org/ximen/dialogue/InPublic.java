package org.ximen.dialogue;

import java.util.List;
import java.util.stream.Collectors;
import org.ximen.chat.Reply;

/** What is said and done where others read along: questions and answers, nothing of one person. */
final class InPublic {
    private InPublic() {}

    /** The same intents, those that are nobody else's business turned into an invitation. */
    static List<Intent> only(List<Intent> intents) {
        return intents.stream().map(InPublic::only).distinct().toList();
    }

    private static Intent only(Intent intent) {
        return switch (intent) {
            case Intent.Ask ask -> ask;
            case Intent.Greet greet -> greet;
            case Intent.Help help -> help;
            case Intent.Thank thank -> thank;
            default -> new Intent.Private();
        };
    }

    /** A reply without buttons, which anybody could press. */
    static Reply said(Reply reply) {
        var lines =
                reply.kind() == Reply.Kind.QUESTION
                        ? reply.choices().stream()
                                .map(choice -> "\n· " + choice.label())
                                .collect(Collectors.joining())
                        : "";
        return reply.saying(reply.text() + lines).withoutChoices();
    }
}
