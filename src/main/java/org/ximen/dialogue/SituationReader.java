package org.ximen.dialogue;

import org.jspecify.annotations.Nullable;
import org.ximen.cases.GridCase;
import org.ximen.chat.Reply;
import org.ximen.understanding.Act;
import org.ximen.understanding.DialogueState;
import org.ximen.understanding.Situation;

/** Says in which situation words are said: what is open, and what was told last. */
final class SituationReader {
    private SituationReader() {}

    static Situation read(Conversation standing, Surroundings around) {
        if (around.ticket().isPresent()) {
            return new Situation(DialogueState.TICKET, null);
        }
        if (standing.draft() != null) {
            return new Situation(drafting(standing), null);
        }
        if (isProposed(standing, around)) {
            return new Situation(DialogueState.DRAFT_CONFIRM, null);
        }
        var notice = around.notice();
        return notice == null
                ? afterwards(standing, around)
                : new Situation(DialogueState.NOTICE, notice.title());
    }

    /** Whether what was told last is a suggestion that waits to be registered. */
    private static boolean isProposed(Conversation standing, Surroundings around) {
        var register = EitherQuestion.AS + ":" + Act.SUGGEST.name();
        return standing.proposed().isPresent()
                && around.last().stream()
                        .flatMap(reply -> reply.choices().stream())
                        .anyMatch(choice -> choice.value().equals(register));
    }

    private static DialogueState drafting(Conversation standing) {
        var asked = standing.asked();
        return switch (asked == null ? "" : asked.about()) {
            case "words", "place", "other-place" -> DialogueState.DRAFT_PLACE;
            case "category", "other-category" -> DialogueState.DRAFT_CATEGORY;
            default -> DialogueState.DRAFT_CONFIRM;
        };
    }

    /** What was told last counts; else a case under way, else one that is over. */
    private static Situation afterwards(Conversation standing, Surroundings around) {
        var suggestion = around.suggestion();
        if (suggestion.isPresent()) {
            return new Situation(DialogueState.FILED, suggestion.get().kind().shown());
        }
        var spokenOf = around.spokenOf().orElse(null);
        var answer = standing.answer();
        if (spokenOf == null && answer != null && wasAnswered(around)) {
            return new Situation(DialogueState.ANSWERED, answer.topic());
        }
        var about =
                spokenOf != null
                        ? spokenOf
                        : around.open().stream()
                                .findFirst()
                                .or(() -> around.over().stream().findFirst())
                                .orElse(null);
        return about == null
                ? Situation.IDLE
                : new Situation(state(about, standing, around), topic(about));
    }

    private static boolean wasAnswered(Surroundings around) {
        return around.last().stream()
                .map(Reply::kind)
                .anyMatch(kind ->
                        kind == Reply.Kind.ANSWER
                                || kind == Reply.Kind.REFUSAL
                                || kind == Reply.Kind.QUESTION);
    }

    private static DialogueState state(GridCase about, Conversation standing, Surroundings around) {
        if (about.state().over()) {
            return DialogueState.CLOSED;
        }
        var last = standing.last();
        boolean justFiled =
                last != null && last.number().equals(about.number()) && last.fresh(around.now());
        return justFiled ? DialogueState.FILED : DialogueState.OPEN;
    }

    private static @Nullable String topic(GridCase about) {
        return about.category().shown();
    }
}
