package org.ximen.dialogue.officer;

import static java.util.Map.entry;

import java.util.Map;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;
import org.ximen.text.Language;

/** Binds a chat to the account of a member of staff. */
public final class OfficerSkill implements Skill {
    private final Bindings bindings;
    private final SkillTexts texts = new SkillTexts(OfficerSkill.class);

    /** Binds by these features. */
    public OfficerSkill(Features features) {
        this.bindings = features.bindings();
    }

    @Override
    public String name() {
        return "officer";
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("bind", "bind"),
                entry("绑定", "bind"),
                entry("unbind", "unbind"),
                entry("解绑", "unbind"));
    }

    @Override
    public Work take(Turn turn, Call call) {
        return call instanceof Call.Commanded(var command, var rest) && command.equals("bind")
                ? standing -> bind(turn, rest.replaceAll("[ -]", ""), standing)
                : standing -> unbind(turn, standing);
    }

    private Step bind(Turn turn, String code, Conversation standing) {
        if (code.isEmpty()) {
            return say(Reply.Kind.HELP, standing, "how");
        }
        return switch (bindings.bind(code, turn.incoming().sender(), turn.now())) {
            case Bindings.Result.Bound(var member) -> bound(member, standing);
            case Bindings.Result.Wrong() -> say(Reply.Kind.HELP, standing, "wrong");
        };
    }

    private Step bound(StaffMember member, Conversation standing) {
        var told = texts.say(Language.ZH, "told." + member.role().name());
        return say(
                Reply.Kind.STATUS, standing, "bound", member.name(), member.role().shown(), told);
    }

    private Step unbind(Turn turn, Conversation standing) {
        return bindings.forget(turn.incoming().sender(), turn.now())
                .map(member -> say(Reply.Kind.STATUS, standing, "unbound", member.name()))
                .orElseGet(() -> say(Reply.Kind.STATUS, standing, "unbound.not"));
    }

    private Step say(Reply.Kind kind, Conversation standing, String key, Object... values) {
        return Step.of(Reply.of(kind, texts.say(Language.ZH, key, values)), standing);
    }
}
