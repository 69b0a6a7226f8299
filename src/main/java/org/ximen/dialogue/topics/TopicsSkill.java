package org.ximen.dialogue.topics;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
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
import org.ximen.topics.CaseTopic;
import org.ximen.topics.EffectVerdict;
import org.ximen.topics.Topics;

/** Hears, by buttons, whether what kept coming back has become better. */
public final class TopicsSkill implements Skill {
    private static final Map<String, EffectVerdict> BUTTONS =
            Map.ofEntries(
                    entry("topic-better", EffectVerdict.BETTER),
                    entry("topic-same", EffectVerdict.SAME),
                    entry("topic-worse", EffectVerdict.WORSE));

    private final Topics topics;
    private final SkillTexts texts = new SkillTexts(TopicsSkill.class);

    /** Keeps answers by these features. */
    public TopicsSkill(Features features) {
        this.topics = features.topics();
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public Set<String> buttons() {
        return BUTTONS.keySet();
    }

    @Override
    public Work take(Turn turn, Call call) {
        return call instanceof Call.Pressed(var button, var value)
                ? standing -> judged(turn, button, value, standing)
                : standing -> Step.of(gone(turn), standing);
    }

    private Step judged(Turn turn, String button, String value, Conversation standing) {
        var verdict = BUTTONS.getOrDefault(button, EffectVerdict.SAME);
        long topic = value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
        var reply =
                topics.judge(topic, turn.person(), verdict, turn.now())
                        .map(judged -> noted(turn, judged, verdict))
                        .orElseGet(() -> gone(turn));
        return Step.of(reply, standing);
    }

    private Reply noted(Turn turn, CaseTopic topic, EffectVerdict verdict) {
        var language = turn.language();
        var key = "noted." + verdict.name().toLowerCase(Locale.ROOT);
        var kind = topic.category().shown(language);
        var text = texts.say(language, key, topics.place(topic, language), kind);
        return Reply.of(Reply.Kind.STATUS, text).ofTopic(topic.id());
    }

    private Reply gone(Turn turn) {
        return Reply.of(Reply.Kind.HELP, texts.say(turn.language(), "gone"));
    }
}
