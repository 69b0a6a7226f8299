package org.ximen.dialogue.opinions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.CaseTexts;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.PartReader;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.opinions.NewOpinion;
import org.ximen.opinions.Opinion;
import org.ximen.opinions.Opinions;
import org.ximen.text.Plain;
import org.ximen.understanding.Act;
import org.ximen.understanding.PlaceMention;

/** Takes suggestions and praise, which have their own way and their own term. */
public final class OpinionsSkill implements Skill {
    // Surer than this it is registered at once. On texts whose authors the model had not seen, one
    // in
    // thirty of these was no suggestion, and of the suggestions one third cost one more tap.
    private static final double SURE = 0.85;

    private static final String PUBLIC = "opinion-public";
    private static final String PRIVATE = "opinion-private";

    private final Opinions opinions;
    private final PartReader parts;
    private final SkillTexts texts = new SkillTexts(OpinionsSkill.class);

    /** Hands over to these features. */
    public OpinionsSkill(Features features) {
        this.opinions = features.opinions();
        this.parts = new PartReader(features.reader());
    }

    @Override
    public String name() {
        return "opinions";
    }

    @Override
    public Set<String> buttons() {
        return Set.of(PUBLIC, PRIVATE);
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.SUGGEST, Act.PRAISE);
    }

    /** What is said of the suggestion just shown or made belongs to it. */
    @Override
    public Optional<Work> answer(Turn turn) {
        if (turn.standing().draft() != null) {
            return Optional.empty();
        }
        var shown = turn.standing().proposed();
        return shown.isPresent()
                ? shown.flatMap(words -> proposed(words, turn))
                : turn.around().suggestion().flatMap(made -> about(made, turn));
    }

    private Optional<Work> proposed(String words, Turn turn) {
        return switch (turn.act()) {
            case YES -> Optional.of(suggested(parts.of(turn, words)));
            case NO, WITHDRAW -> Optional.of(standing -> dropped(turn, standing));
            case SUPPLEMENT, CORRECT, PLACE_ONLY, SUGGEST ->
                    Optional.of(proposal(more(turn, words)));
            default -> Optional.empty();
        };
    }

    private Work suggested(Turn whole) {
        return standing -> suggested(whole, standing);
    }

    private Work proposal(Turn whole) {
        return standing -> proposal(whole, standing);
    }

    private Turn more(Turn turn, String words) {
        return parts.of(turn, words + "，" + turn.words());
    }

    private Step dropped(Turn turn, Conversation standing) {
        var reply = Reply.of(Reply.Kind.STATUS, texts.say(turn.language(), "dropped"));
        return Step.of(reply, standing.asking(null));
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
        if (call instanceof Call.Pressed(var button, var value)) {
            return standing -> Step.of(allowed(turn, button.equals(PUBLIC), value), standing);
        }
        boolean praise = call instanceof Call.Said(var act) && act == Act.PRAISE;
        if (praise) {
            return standing -> praised(turn, standing);
        }
        return isSure(turn)
                ? standing -> suggested(turn, standing)
                : standing -> proposal(turn, standing);
    }

    /** Whoever said it says whether others may read of it, and may change their mind. */
    private Reply allowed(Turn turn, boolean may, String value) {
        boolean kept =
                value.matches("\\d{1,18}")
                        && opinions.allow(Long.parseLong(value), turn.person(), may);
        var key = kept ? may ? "public" : "private" : "gone";
        var reply = Reply.of(Reply.Kind.STATUS, texts.say(turn.language(), key));
        return kept && may
                ? reply.offering(List.of(texts.button(turn.language(), PRIVATE, value)))
                : reply;
    }

    /** Plainly so, or said so by a button. */
    private static boolean isSure(Turn turn) {
        return turn.incoming().choice() != null || turn.reading().probability(Act.SUGGEST) >= SURE;
    }

    /** What would be registered, which may have been a question or a fault as well. */
    private Step proposal(Turn turn, Conversation standing) {
        var language = turn.language();
        var text = texts.say(language, "proposal", Plain.start(turn.words(), Turn.READ));
        var reply =
                Reply.of(
                        Reply.Kind.QUESTION,
                        text,
                        as(turn, "register", Act.SUGGEST),
                        as(turn, "question", Act.ASK),
                        as(turn, "broken", Act.REPORT));
        return Step.of(reply, standing.proposing(turn.words()));
    }

    private Choice as(Turn turn, String label, Act act) {
        return SkillTexts.labelled(texts.say(turn.language(), label), "as", act.name());
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
        var reply = Reply.of(Reply.Kind.RECEIPT, text, as(turn, "fault", Act.REPORT));
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
