package org.ximen.dialogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ximen.cases.CodeTable;
import org.ximen.chat.Reply;
import org.ximen.text.Language;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;

/** What is said and done where others read along: questions and answers, nothing of one person. */
final class PublicTalk {
    private static final Set<Act> EVERYBODYS =
            EnumSet.of(Act.ASK, Act.GREET, Act.THANK, Act.ABOUT_BOT, Act.NOTICES);
    private static final Set<String> COMMANDS = Set.of("help", "start");

    private final MessagePolicy policy;
    private final CodeTable codeTable;
    private final EngineTexts texts;

    PublicTalk(MessagePolicy policy, CodeTable codeTable, EngineTexts texts) {
        this.policy = policy;
        this.codeTable = codeTable;
        this.texts = texts;
    }

    /** As in private where it concerns nobody; else an invitation to write in private. */
    List<Work> decide(Turn turn) {
        var act = ActRanking.of(turn).getFirst().act();
        boolean everybodys =
                turn.hasWords()
                        && turn.incoming().choice() == null
                        && turn.reading().danger().level() != DangerReading.Level.NOW
                        && (EVERYBODYS.contains(act) || policy.isCommand(turn, COMMANDS))
                        && !policy.isOtherCommand(turn, COMMANDS);
        return everybodys ? policy.decide(turn) : List.of(inPrivate(turn));
    }

    private Work inPrivate(Turn turn) {
        var reply = texts.inPrivate(turn.language());
        boolean danger = turn.reading().danger().level() == DangerReading.Level.NOW;
        var said = danger ? reply.after(advice(turn)) : reply;
        return standing -> Step.of(said, standing);
    }

    private String advice(Turn turn) {
        return codeTable
                .danger(turn.reading().danger().family())
                .map(known -> turn.language() == Language.EN ? known.english() : known.advice())
                .orElseGet(() -> texts.caution(turn.language()));
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
