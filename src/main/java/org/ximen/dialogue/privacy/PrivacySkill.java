package org.ximen.dialogue.privacy;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.PersonalData;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.knowledge.Phrasing;
import org.ximen.understanding.Act;

/** Says what is kept of somebody, and erases it once they are sure. */
public final class PrivacySkill implements Skill {
    private static final String NAME = "privacy";
    private static final String SURE = "sure";
    private static final int MOST_OFFERED = 3;
    // Erasing cannot be undone, so a mere 好的 does not do.
    private static final Pattern CONFIRMED = Pattern.compile("(?:确认|确定)(?:删除)?[。! ]*");

    private final Cases cases;
    private final PersonalData personal;
    private final Phrasing phrasing;
    private final SkillTexts texts = new SkillTexts(PrivacySkill.class);

    /**
     * @param features of which the cases are read, and whether a chat model reads along
     * @param personal all that is kept of a person
     */
    public PrivacySkill(Features features, PersonalData personal) {
        this.cases = features.cases();
        this.personal = personal;
        this.phrasing = features.phrasing();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.PRIVACY);
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("privacy", "privacy"),
                entry("隐私", "privacy"),
                entry("forget", "forget"),
                entry("忘记我", "forget"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of("privacy", "erase", "forget", "hide");
    }

    @Override
    public Optional<Work> answer(Turn turn) {
        boolean sure =
                turn.standing().wasAsked(NAME, SURE) && CONFIRMED.matcher(turn.plain()).matches();
        return sure ? Optional.of(standing -> erase(turn)) : Optional.empty();
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Commanded(var command, var rest) when command.equals("forget") ->
                    standing -> wanted(turn, standing);
            case Call.Said said when justFiled(turn).isPresent() ->
                    standing -> hidden(turn, justFiled(turn).get().number(), standing);
            case Call.Pressed(var button, var value) when button.equals("hide") ->
                    standing -> hidden(turn, value, standing);
            case Call.Pressed(var button, var value) when button.equals("erase") ->
                    standing -> wanted(turn, standing);
            case Call.Pressed(var button, var value) when button.equals("forget") ->
                    standing -> sure(turn, standing);
            default -> standing -> told(turn, standing);
        };
    }

    private Step told(Turn turn, Conversation standing) {
        var kept =
                personal.of(turn.person()).stream()
                        .map(line -> "· " + line + "\n")
                        .collect(Collectors.joining());
        var model = phrasing.isOn() ? texts.say(turn.language(), "model") : "";
        var text = texts.say(turn.language(), "kept", kept, model);
        var choices = new ArrayList<Choice>();
        named(turn)
                .limit(MOST_OFFERED)
                .map(item -> texts.button(turn.language(), "hide", item.number(), item.number()))
                .forEach(choices::add);
        choices.add(texts.button(turn.language(), "status"));
        choices.add(texts.button(turn.language(), "erase"));
        return Step.of(Reply.of(Reply.Kind.HELP, text, choices), standing);
    }

    /** Cases under way that show who reported them. */
    private static Stream<GridCase> named(Turn turn) {
        return turn.around().open().stream().filter(item -> !item.anonymous());
    }

    /** Who speaks of not being known minutes after filing means that case. */
    private static Optional<GridCase> justFiled(Turn turn) {
        var last = turn.standing().last();
        return last == null || !last.fresh(turn.now())
                ? Optional.empty()
                : turn.around().find(last.number()).filter(item -> !item.state().over());
    }

    private Step hidden(Turn turn, String number, Conversation standing) {
        var hidden = cases.hide(number, turn.person().id(), turn.now());
        var key = hidden.isPresent() ? "hidden" : "hidden.not";
        var reply =
                Reply.of(
                        Reply.Kind.STATUS,
                        texts.say(turn.language(), key, number),
                        texts.button(turn.language(), "privacy"),
                        texts.button(turn.language(), "erase"));
        return Step.of(hidden.isPresent() ? reply.about(number) : reply, standing);
    }

    private Step wanted(Turn turn, Conversation standing) {
        var reply =
                Reply.of(
                        Reply.Kind.QUESTION,
                        texts.say(turn.language(), "wanted"),
                        texts.button(turn.language(), "forget"));
        return Step.of(reply, standing.asking(new OpenQuestion(NAME, SURE, null)));
    }

    /** An old button asks again rather than erase unasked. */
    private Step sure(Turn turn, Conversation standing) {
        return standing.wasAsked(NAME, SURE) ? erase(turn) : wanted(turn, standing);
    }

    private Step erase(Turn turn) {
        personal.forget(turn.person(), turn.now());
        return Step.farewell(Reply.of(Reply.Kind.HELP, texts.say(turn.language(), "forgotten")));
    }
}
