package org.ximen.dialogue.officer;

import org.ximen.chat.Reply;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.staff.Bindings;

/** Binding and what is said of it. */
record ChatBinding(Bindings bindings, FieldWords words) {
    Step bind(Turn turn, String code, Conversation standing) {
        if (code.isEmpty()) {
            return Step.of(words.help("how"), standing);
        }
        return switch (bindings.bind(code, turn.incoming().sender(), turn.now())) {
            case Bindings.Result.Bound(var member) ->
                    say(
                            standing,
                            "bound",
                            member.name(),
                            member.role().shown(),
                            words.say("told." + member.role().name()));
            case Bindings.Result.Wrong() -> Step.of(words.help("wrong"), standing);
        };
    }

    Step unbind(Turn turn, Conversation standing) {
        return bindings.forget(turn.incoming().sender(), turn.now())
                .map(member -> say(standing, "unbound", member.name()))
                .orElseGet(() -> say(standing, "unbound.not"));
    }

    private Step say(Conversation standing, String key, Object... values) {
        return Step.of(Reply.of(Reply.Kind.STATUS, words.say(key, values)), standing);
    }
}
