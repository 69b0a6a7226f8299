package org.ximen.dialogue.report;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.PartReader;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.understanding.Act;
import org.ximen.understanding.DialogueState;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.Situation;

/** Takes reports, asking only for what is missing. */
public final class ReportSkill implements Skill {
    /** Under which its open questions are kept. */
    public static final String NAME = "report";

    private static final Situation SHOWN = new Situation(DialogueState.DRAFT_CONFIRM, null);
    private static final Situation PLACE_WANTED = new Situation(DialogueState.DRAFT_PLACE, null);
    // Acts of who answers where it is.
    private static final Set<Act> PLACED = EnumSet.of(Act.PLACE_ONLY, Act.SUPPLEMENT, Act.YES);

    private final ReportFlow flow;
    private final DraftAnswers answers;
    private final SecondMatter second;
    private final PartReader parts;
    private final MessageReader reader;

    /** A report's way with these features. */
    public ReportSkill(Features features) {
        this.flow = new ReportFlow(features);
        this.answers = new DraftAnswers(flow, this::pressed);
        this.reader = features.reader();
        this.parts = new PartReader(reader);
        this.second = new SecondMatter(flow, parts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.REPORT, Act.PLACE_ONLY);
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(
                entry("report", "report"), entry("报事", "report"), entry("上报", "report"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of(
                "report",
                "submit",
                "submit-anonymous",
                "submit-unnamed",
                "change-place",
                "change-category",
                "add-photo",
                "category",
                "unknown-category",
                "no-place",
                "join",
                "new",
                "later",
                "look",
                "not-over",
                "named",
                "take-up-again",
                "drop");
    }

    @Override
    public Optional<Work> answer(Turn turn) {
        if (turn.standing().draft() != null) {
            var work = answers.to(turn);
            work.ifPresent(slow -> flow.readAhead(turn));
            return work;
        }
        if (wantsDropped(turn)) {
            return Optional.of(takenUpAgain(turn));
        }
        return placesDropped(turn) ? Optional.of(takenUpAt(turn)) : Optional.empty();
    }

    private Work takenUpAgain(Turn turn) {
        flow.readAhead(turn);
        return standing -> flow.takeUpAgain(turn, standing);
    }

    private Work takenUpAt(Turn turn) {
        flow.readAhead(turn);
        return standing -> flow.takeUpAgainAt(turn, standing);
    }

    /** 那就报吧，文庙路12号: the place that the dropped report was asked for. */
    private boolean placesDropped(Turn turn) {
        return turn.standing().asked() == null
                && !turn.reading().places().isEmpty()
                && turn.standing()
                        .droppedDraft(turn.now())
                        .filter(draft -> !draft.words().isEmpty() && draft.place().text() == null)
                        .isPresent()
                && PLACED.contains(reader.read(turn.words(), PLACE_WANTED).act());
    }

    /** 还是报吧: what would confirm the report that was dropped, and is no mere courtesy. */
    private boolean wantsDropped(Turn turn) {
        boolean dropped =
                turn.standing().asked() == null
                        && turn.standing().droppedDraft(turn.now()).isPresent();
        return dropped
                && turn.reading().act() != Act.THANK
                && turn.reading().places().isEmpty()
                && reader.read(turn.words(), SHOWN).act() == Act.YES;
    }

    @Override
    public Work take(Turn turn, Call call) {
        if (call instanceof Call.Pressed(var button, var value) && button.equals("later")) {
            second.readKept(turn);
        } else {
            second.readAhead(turn);
        }
        return work(turn, call);
    }

    private Work work(Turn turn, Call call) {
        return switch (call) {
            case Call.Said(var act) when act == Act.PLACE_ONLY ->
                    standing -> flow.here(turn, standing);
            case Call.Said said -> standing -> told(turn, standing);
            case Call.Commanded(var command, var rest) ->
                    standing -> commanded(turn, rest, standing);
            case Call.Shown shown -> standing -> flow.shown(turn, standing);
            case Call.Pressed(var button, var value) ->
                    standing -> pressed(turn, button, value, standing);
            case Call.PhoneShared phone -> standing -> flow.again(turn, standing);
            case Call.Nothing nothing -> standing -> flow.again(turn, standing);
        };
    }

    private Step told(Turn turn, Conversation standing) {
        var draft = standing.draft();
        return draft == null
                ? second.begin(turn, standing)
                : second.whileOpen(turn, draft, standing);
    }

    private Step commanded(Turn turn, String rest, Conversation standing) {
        if (standing.draft() != null) {
            return standing.wasAsked(NAME, ReportFlow.CONFIRM) && rest.isEmpty()
                    ? flow.submit(turn, false, standing)
                    : flow.again(turn, standing);
        }
        return rest.isEmpty()
                ? flow.invite(turn, standing)
                : second.begin(parts.of(turn, rest), standing);
    }

    private Step pressed(Turn turn, String button, String value, Conversation standing) {
        return switch (button) {
            case "report" -> flow.invite(turn, standing);
            case "submit" -> flow.submit(turn, false, standing);
            case "submit-anonymous" -> flow.submitUnnamed(turn, standing);
            case "submit-unnamed" -> flow.submitMasked(turn, standing);
            case "change-place" -> flow.change(turn, ReportFlow.OTHER_PLACE, standing);
            case "change-category" -> flow.change(turn, ReportFlow.OTHER_CATEGORY, standing);
            case "add-photo" -> flow.photoWanted(turn, standing);
            case "category" -> flow.choose(turn, value, standing);
            case "unknown-category" -> flow.choose(turn, "", standing);
            case "no-place" -> flow.noPlace(turn, standing);
            case "join" -> flow.join(turn, value, standing);
            case "new" -> flow.standAlone(turn, standing);
            case "look" -> flow.look(turn, standing);
            case "not-over" -> flow.goOn(turn, standing);
            case "named" -> flow.hide(turn, false, standing);
            case "later" -> second.takeUp(turn, standing);
            case "take-up-again" -> flow.takeUpAgain(turn, standing);
            default -> flow.drop(turn, standing);
        };
    }

    static OpenQuestion asking(String about) {
        return new OpenQuestion(NAME, about, null);
    }
}
