package org.ximen.dialogue.elsewhere;

import java.util.Optional;
import java.util.Set;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.dialogue.ask.AskSkill;
import org.ximen.understanding.Act;
import org.ximen.understanding.NotOursFile;
import org.ximen.understanding.ResponsibleBodies;

/** What no street handles: whose it is and how to reach them. */
public final class ElsewhereSkill implements Skill {
    // Below it the street's own files are looked into first.
    private static final double SURE = 0.85;

    private final ResponsibleBodies bodies;
    private final AskSkill ask;
    private final SkillTexts texts = new SkillTexts(ElsewhereSkill.class);

    /**
     * Knows those of these features.
     *
     * @param ask knows what the street can tell about it all the same
     */
    public ElsewhereSkill(Features features, AskSkill ask) {
        this.ask = ask;
        this.bodies = features.bodies();
    }

    @Override
    public String name() {
        return "elsewhere";
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.NOT_OURS);
    }

    @Override
    public Work take(Turn turn, Call call) {
        return (turn.sureness() < SURE ? ask.ifAnswered(turn) : Optional.<Work>empty())
                .orElseGet(() -> theirs(turn));
    }

    private String known(Turn turn, NotOursFile.Body body) {
        var language = turn.language();
        return texts.say(language, "known", body.name(language), body.sentence(language));
    }

    private Work theirs(Turn turn) {
        var text =
                bodies.responsible(turn.words())
                        .map(body -> known(turn, body))
                        .orElseGet(() -> texts.say(turn.language(), "unknown"));
        var person = texts.button(turn.language(), "person");
        var reply = Reply.of(Reply.Kind.REFUSAL, text, person);
        return (Conversation standing) -> Step.of(reply, standing);
    }
}
