package org.ximen.dialogue.privacy;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.PersonalData;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.understanding.Act;

/** Says what is kept of somebody, and erases it once they are sure. */
public final class PrivacySkill implements Skill {
    private static final String NAME = "privacy";
    private static final String SURE = "sure";
    // Erasing cannot be undone, so a mere 好的 does not do.
    private static final Pattern CONFIRMED = Pattern.compile("(?:确认|确定)(?:删除)?[。! ]*");

    private final PersonalData personal;
    private final SkillTexts texts = new SkillTexts(PrivacySkill.class);

    /**
     * @param personal all that is kept of a person
     */
    public PrivacySkill(PersonalData personal) {
        this.personal = personal;
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
        return Set.of("privacy", "erase", "forget");
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
        var text = texts.say(turn.language(), "kept", kept);
        return Step.of(
                Reply.of(
                        Reply.Kind.HELP,
                        text,
                        texts.button(turn.language(), "status"),
                        texts.button(turn.language(), "erase")),
                standing);
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
