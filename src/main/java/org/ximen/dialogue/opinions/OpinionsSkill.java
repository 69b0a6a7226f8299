package org.ximen.dialogue.opinions;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.CaseTexts;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.opinions.NewOpinion;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.Opinions;
import org.ximen.understanding.Act;
import org.ximen.understanding.PlaceMention;

/** Takes suggestions and praise, which have their own way and their own term. */
public final class OpinionsSkill implements Skill {
    private final Opinions opinions;
    private final SkillTexts texts = new SkillTexts(OpinionsSkill.class);

    /** Hands over to these features. */
    public OpinionsSkill(Features features) {
        this.opinions = features.opinions();
    }

    @Override
    public String name() {
        return "opinions";
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.SUGGEST, Act.PRAISE);
    }

    /** What is said of the suggestion just made belongs to it. */
    @Override
    public Optional<Work> answer(Turn turn) {
        return turn.standing().draft() == null
                ? turn.around().suggestion().flatMap(made -> about(made, turn))
                : Optional.empty();
    }

    private Optional<Work> about(Opinion made, Turn turn) {
        return switch (turn.act()) {
            case SUPPLEMENT, CORRECT, PLACE_ONLY ->
                    Optional.of(standing -> added(turn, made, "added", standing));
            case WITHDRAW -> Optional.of(standing -> added(turn, made, "withdrawn", standing));
            case STATUS, URGE -> Optional.of(standing -> Step.of(shown(turn, made), standing));
            default -> Optional.empty();
        };
    }

    private Step added(Turn turn, Opinion made, String key, Conversation standing) {
        return opinions.addWords(made.id(), turn.person(), turn.words(), turn.now())
                .map(kept -> Step.of(told(turn, kept, key), standing))
                .orElseGet(() -> suggested(turn, standing));
    }

    private Reply shown(Turn turn, Opinion made) {
        return told(turn, made, "shown");
    }

    private Reply told(Turn turn, Opinion made, String key) {
        var due = CaseTexts.time(turn.language(), Objects.requireNonNull(made.due()));
        var text = texts.say(turn.language(), key, String.valueOf(made.number()), due);
        return Reply.of(Reply.Kind.STATUS, text);
    }

    @Override
    public Work take(Turn turn, Call call) {
        boolean praise = call instanceof Call.Said(var act) && act == Act.PRAISE;
        return praise ? standing -> praised(turn, standing) : standing -> suggested(turn, standing);
    }

    private Step praised(Turn turn, Conversation standing) {
        take(turn, Opinion.Kind.PRAISE);
        return Step.of(Reply.of(Reply.Kind.STATUS, texts.say(turn.language(), "praise")), standing);
    }

    private Step suggested(Turn turn, Conversation standing) {
        var taken = take(turn, Opinion.Kind.SUGGESTION);
        var text =
                texts.say(
                        turn.language(),
                        "suggestion",
                        String.valueOf(taken.number()),
                        CaseTexts.time(turn.language(), Objects.requireNonNull(taken.due())));
        var reply =
                Reply.of(
                        Reply.Kind.RECEIPT,
                        text,
                        SkillTexts.labelled(
                                texts.say(turn.language(), "fault"), "as", Act.REPORT.name()));
        return Step.of(reply, standing.eitherWay(turn.words()));
    }

    private Opinion take(Turn turn, Opinion.Kind kind) {
        var place = turn.reading().places().stream().findFirst().map(PlaceMention::place);
        var area = place.map(at -> at.area()).map(at -> at.code()).orElse(null);
        var words =
                new NewOpinion(kind, turn.words(), place.map(at -> at.text()).orElse(null), area);
        return opinions.take(words, turn.person(), turn.now());
    }
}
