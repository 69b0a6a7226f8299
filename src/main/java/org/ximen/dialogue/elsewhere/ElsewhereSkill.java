package org.ximen.dialogue.elsewhere;

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
import org.ximen.understanding.Act;
import org.ximen.understanding.ResponsibleBodies;

/** What no street handles: whose it is and how to reach them. */
public final class ElsewhereSkill implements Skill {
    private final ResponsibleBodies bodies;
    private final SkillTexts texts = new SkillTexts(ElsewhereSkill.class);

    /** Knows those of these features. */
    public ElsewhereSkill(Features features) {
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
        var text =
                bodies.responsible(turn.words())
                        .map(body ->
                                texts.say(
                                        turn.language(),
                                        "known",
                                        body.name(),
                                        body.sentence()))
                        .orElseGet(() -> texts.say(turn.language(), "unknown"));
        var person = texts.button(turn.language(), "person");
        var reply = Reply.of(Reply.Kind.REFUSAL, text, person);
        return (Conversation standing) -> Step.of(reply, standing);
    }
}
