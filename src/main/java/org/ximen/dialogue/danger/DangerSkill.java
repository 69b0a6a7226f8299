package org.ximen.dialogue.danger;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Danger;
import org.ximen.cases.GridCase;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Conversation.LastCase;
import org.ximen.dialogue.DangerCourse;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.PartReader;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.dialogue.report.DraftReader;
import org.ximen.dialogue.report.ReportFlow;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading;

/** Advice first; then whoever is on duty is told, at once where the place is known. */
public final class DangerSkill implements Skill {
    private static final String NAME = "danger";
    private static final String SELF_HARM = "self_harm";

    private final CodeTable codeTable;
    private final DraftReader reader;
    private final ReportFlow flow;
    private final DangerCases cases;
    private final StayingWith staying;
    private final PartReader parts;
    private final DangerWords words = new DangerWords();

    /** Tells those on duty by these features. */
    public DangerSkill(Features features) {
        this.codeTable = features.codeTable();
        this.reader = new DraftReader(features.codeTable(), features.district());
        this.flow = new ReportFlow(features);
        this.cases = new DangerCases(features);
        this.parts = new PartReader(features.reader());
        this.staying = new StayingWith(features, flow, reader, words);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.HELP);
    }

    @Override
    public Optional<Work> answer(Turn turn) {
        if (turn.standing().wasAsked(NAME, StayingWith.STAY)) {
            return Optional.of(standing -> staying.on(turn, standing));
        }
        return underWay(turn).flatMap(item -> afterwards(turn, item));
    }

    /** The case about a danger that was filed within half an hour. */
    private static Optional<GridCase> underWay(Turn turn) {
        var last = turn.standing().last();
        return last == null || last.danger() == null || !last.fresh(turn.now())
                ? Optional.empty()
                : turn.around().find(last.number()).filter(item -> !item.state().over());
    }

    /** What is said after a danger was told belongs to it, until it is over. */
    private Optional<Work> afterwards(Turn turn, GridCase item) {
        if (DangerCourse.isOver(turn)) {
            return Optional.of(standing -> over(turn, item, standing));
        }
        return switch (turn.act()) {
            case SUPPLEMENT, CORRECT, PLACE_ONLY, SMALLTALK, YES, NO, URGE ->
                    Optional.of(standing -> more(turn, item, standing));
            case ASK, STATUS ->
                    isAboutIt(turn, item)
                            ? Optional.of(standing -> asked(turn, item, standing))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Who asks about such dangers in general, or after the talk went on, asks something else. */
    private static boolean isAboutIt(Turn turn, GridCase item) {
        boolean general =
                turn.act() == Act.ASK
                        && turn.reading().danger().level() == DangerReading.Level.MENTIONED;
        return !general && turn.around().spokenOf().filter(item::equals).isPresent();
    }

    private Step over(Turn turn, GridCase item, Conversation standing) {
        cases.over(item.number(), turn);
        var calm = new LastCase(item.number(), null, turn.now());
        return Step.of(words.over(turn, item), standing.about(calm));
    }

    private Step more(Turn turn, GridCase item, Conversation standing) {
        cases.more(item, turn);
        return Step.of(words.noted(turn, item), standing);
    }

    private Step asked(Turn turn, GridCase item, Conversation standing) {
        cases.more(item, turn);
        var reply = words.noted(turn, item);
        return Step.of(advised(turn, reply, danger(family(turn, standing))), standing);
    }

    /** Of all that was told of it: what is said later rarely names the danger again. */
    private String family(Turn turn, Conversation standing) {
        var draft = standing.draft();
        var last = standing.last();
        var before = draft != null ? draft.danger() : last == null ? null : last.danger();
        if (before != null) {
            return before;
        }
        var all = draft == null ? turn : parts.of(turn, draft.words() + "，" + turn.words());
        return all.reading().danger().family();
    }

    @Override
    public Work take(Turn turn, Call call) {
        readAhead(turn);
        return standing -> help(turn, standing);
    }

    /** Slow: all that was told is read before the work, so that no transaction waits for it. */
    private void readAhead(Turn turn) {
        family(turn, turn.standing());
    }

    private Step help(Turn turn, Conversation standing) {
        var family = family(turn, standing);
        var danger = danger(family);
        if (danger != null && !danger.filed()) {
            return Step.of(words.adviceOnly(turn, danger), standing);
        }
        if (family.equals(SELF_HARM)) {
            return staying.with(turn, danger, standing);
        }
        return underWay(turn)
                .or(() -> spokenOf(turn))
                .map(item -> again(turn, item, danger, standing))
                .orElseGet(() -> first(turn, danger, standing));
    }

    /** A case just filed that turns out to be dangerous, where no other place is told. */
    private static Optional<GridCase> spokenOf(Turn turn) {
        var last = turn.standing().last();
        boolean elsewhere =
                turn.standing().draft() != null || DraftReader.mention(turn).isPresent();
        return last == null || !last.fresh(turn.now()) || elsewhere
                ? Optional.empty()
                : turn.around().find(last.number()).filter(item -> !item.state().over());
    }

    private Step again(Turn turn, GridCase item, @Nullable Danger danger, Conversation standing) {
        cases.escalate(item, turn);
        var family = danger == null ? turn.reading().danger().family() : danger.id();
        var next = standing.about(new LastCase(item.number(), family, turn.now()));
        boolean known = underWay(turn).isPresent();
        var noted = words.noted(turn, item);
        return Step.of(known ? noted : advised(turn, noted, danger), next);
    }

    private Step first(Turn turn, @Nullable Danger danger, Conversation standing) {
        var open = standing.draft();
        var begun = open == null ? flow.blank(turn, standing) : open;
        var family = danger == null ? turn.reading().danger().family() : danger.id();
        boolean known = open != null && open.danger() != null;
        var told = reader.tell(begun, turn);
        // Advice goes first to be on the safe side; only what is likely is filed unseen.
        boolean likely = known || turn.reading().danger().likely();
        var draft = likely ? told.dangerous(family) : told.hazardous();
        var step = flow.next(turn, draft, standing);
        return known
                ? step
                : Step.of(advised(turn, step.replies().getFirst(), danger), step.next());
    }

    private Reply advised(Turn turn, Reply reply, @Nullable Danger danger) {
        return reply.after(words.advice(turn, danger));
    }

    private @Nullable Danger danger(String family) {
        return codeTable.danger(family).orElse(null);
    }
}
