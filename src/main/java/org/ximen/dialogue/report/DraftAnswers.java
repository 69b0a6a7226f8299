package org.ximen.dialogue.report;

import java.util.Optional;
import org.ximen.chat.Incoming.Manner;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.DangerCourse;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.ReportDraft;
import org.ximen.dialogue.ReportDraft.DraftCategory;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.understanding.Act;

/** What is said while a draft is open and belongs to it; everything else is said aside. */
final class DraftAnswers {
    // So many characters besides the place are words about the matter.
    private static final int MORE = 4;

    // Surer than this, words want something beside the report; to drop it or to wait, surer still.
    private static final double PLAIN = 0.6;
    private static final double SURELY = 0.7;
    private static final double PLAIN_REPAIR = 0.85;
    // So likely, words that sound like something else tell something of the matter, too.
    private static final double TELLING = 0.3;
    // A no with more words than this tells something.
    private static final int BARE = 4;

    private final ReportFlow flow;
    private final Buttons buttons;

    /** What a button of a report does. */
    interface Buttons {
        Step press(Turn turn, String button, String value, Conversation standing);
    }

    DraftAnswers(ReportFlow flow, Buttons buttons) {
        this.flow = flow;
        this.buttons = buttons;
    }

    Optional<Work> to(Turn turn) {
        if (turn.incoming().is(Manner.EDITED)) {
            return Optional.of(standing -> edited(turn, standing));
        }
        var label = flow.words().labelled(turn);
        if (label.isPresent()) {
            return Optional.of(standing -> buttons.press(turn, label.get(), "", standing));
        }
        // Before any place is taken: where people are now is not where it was.
        if (DangerCourse.isEased(turn)) {
            return Optional.of(standing -> flow.ease(turn, standing));
        }
        if (DangerCourse.isOver(turn)) {
            return Optional.of(standing -> flow.calm(turn, standing));
        }
        return switch (turn.act()) {
            case YES -> Optional.of(standing -> yes(turn, standing));
            case NO -> Optional.of(standing -> no(turn, standing));
            case WITHDRAW -> Optional.of(standing -> withdrawn(turn, standing));
            case PRIVACY -> Optional.of(standing -> hidden(turn, standing));
            case THANK, RATE -> Optional.of(standing -> thanked(turn, standing));
            case PLACE_ONLY, SUPPLEMENT, CORRECT, GRIEVANCE ->
                    Optional.of(standing -> told(turn, standing));
            case REPORT -> namesKind(turn) ? Optional.of(s -> told(turn, s)) : Optional.empty();
            case HELP -> Optional.empty();
            default -> belongs(turn) ? Optional.of(s -> told(turn, s)) : Optional.empty();
        };
    }

    /** What is not plainly something else belongs to the report; in a danger, nearly everything. */
    private static boolean belongs(Turn turn) {
        var draft = turn.standing().draft();
        boolean danger = draft != null && draft.danger() != null;
        double plain = turn.act() == Act.REPAIR ? PLAIN_REPAIR : PLAIN;
        return danger && !isAnother(turn) || turn.sureness() < plain || namesPlace(turn);
    }

    private static boolean isAnother(Turn turn) {
        return turn.act() == Act.PERSON || turn.act() == Act.ASK;
    }

    /** A place in answer to the question where it is, whatever else the words sound like. */
    private static boolean namesPlace(Turn turn) {
        var standing = turn.standing();
        boolean asked =
                standing.wasAsked(ReportSkill.NAME, ReportFlow.PLACE)
                        || standing.wasAsked(ReportSkill.NAME, ReportFlow.OTHER_PLACE);
        return asked
                && turn.act() != Act.REPORT
                && DraftReader.mention(turn)
                        .filter(m -> turn.words().length() - m.text().length() <= MORE)
                        .isPresent();
    }

    /** A kind of thing in answer to the question which it is, though it sounds like a report. */
    private static boolean namesKind(Turn turn) {
        var standing = turn.standing();
        boolean asked =
                standing.wasAsked(ReportSkill.NAME, ReportFlow.CATEGORY)
                        || standing.wasAsked(ReportSkill.NAME, ReportFlow.OTHER_CATEGORY);
        return asked && DraftReader.mention(turn).isEmpty();
    }

    /** After a danger, thanks end it; else what was asked is asked again. */
    private Step thanked(Turn turn, Conversation standing) {
        return standing.wasAsked(ReportSkill.NAME, ReportFlow.CALM)
                ? flow.drop(turn, standing)
                : flow.again(turn, standing);
    }

    /** Words that tell something besides are kept. */
    private Step hidden(Turn turn, Conversation standing) {
        var told = tells(turn) ? draft(standing).saying(turn.words()) : draft(standing);
        var asked = standing.asked();
        return flow.hide(turn, true, standing.drafting(told).asking(asked));
    }

    /** Only who plainly wants to drop it loses what was told; a no may be meant as well. */
    private Step withdrawn(Turn turn, Conversation standing) {
        var reading = turn.reading();
        boolean calm = standing.wasAsked(ReportSkill.NAME, ReportFlow.CALM);
        double ended = reading.probability(Act.WITHDRAW) + reading.probability(Act.NO);
        return ended < SURELY && !calm ? told(turn, standing) : flow.drop(turn, standing);
    }

    private Step yes(Turn turn, Conversation standing) {
        if (turn.plain().chars().anyMatch(Character::isDigit)) {
            // 对，以28号为准 is no plain yes.
            return flow.next(turn, flow.reader.correct(draft(standing), turn), standing);
        }
        if (standing.wasAsked(ReportSkill.NAME, ReportFlow.CALM)) {
            return flow.look(turn, standing);
        }
        var asked = standing.asked();
        return asked != null && asked.is(ReportSkill.NAME, ReportFlow.SAME)
                ? flow.join(turn, String.valueOf(asked.value()), standing)
                : flow.submit(turn, false, standing);
    }

    private Step no(Turn turn, Conversation standing) {
        var draft = draft(standing);
        if (flow.reader.changesPlace(draft, turn)) {
            // No, it is no. 58 is no plain no.
            return flow.next(turn, flow.reader.correct(draft, turn), standing);
        }
        return switch (about(standing)) {
            case ReportFlow.SAME -> flow.standAlone(turn, standing);
            case ReportFlow.PLACE, ReportFlow.OTHER_PLACE ->
                    turn.words().length() > BARE
                            ? notYet(turn, standing)
                            : flow.noPlace(turn, standing);
            case ReportFlow.CATEGORY, ReportFlow.OTHER_CATEGORY -> notYet(turn, standing);
            case ReportFlow.CALM -> flow.drop(turn, standing);
            case ReportFlow.CONFIRM -> Step.of(flow.words().wait(turn), standing);
            default -> flow.again(turn, standing);
        };
    }

    /** Who wants to wait, to ask somebody or cannot tell is not asked the same again. */
    private Step notYet(Turn turn, Conversation standing) {
        boolean more =
                turn.sureness() < SURELY || tells(turn) || DraftReader.mention(turn).isPresent();
        return more
                ? told(turn, standing)
                : Step.of(flow.words().notYet(turn, draft(standing), about(standing)), standing);
    }

    /** Whether words that sound like something else tell something of the matter, too. */
    private static boolean tells(Turn turn) {
        var reading = turn.reading();
        return reading.probability(Act.REPORT) + reading.probability(Act.SUPPLEMENT) > TELLING;
    }

    private static String about(Conversation standing) {
        OpenQuestion asked = standing.asked();
        return asked == null ? "" : asked.about();
    }

    /** An earlier message of the draft was changed: its new words count, none are lost. */
    private Step edited(Turn turn, Conversation standing) {
        var draft = draft(standing);
        boolean alone = !draft.words().contains("；");
        var reworded = alone ? draft.worded("") : draft;
        return flow.next(turn, flow.reader.correct(reworded, turn), standing);
    }

    private Step told(Turn turn, Conversation standing) {
        var draft = draft(standing);
        if (turn.act() == Act.CORRECT && flow.reader.changesPlace(draft, turn)) {
            return flow.next(turn, flow.reader.correct(draft, turn), standing);
        }
        return switch (about(standing)) {
            case ReportFlow.PLACE -> place(turn, draft, turn.act() == Act.CORRECT, standing);
            case ReportFlow.OTHER_PLACE -> place(turn, draft, true, standing);
            case ReportFlow.CATEGORY, ReportFlow.OTHER_CATEGORY -> category(turn, draft, standing);
            default -> more(turn, draft, standing);
        };
    }

    /** Words that are no place are kept as words, and the place is asked for once more. */
    private Step place(Turn turn, ReportDraft draft, boolean corrects, Conversation standing) {
        var mention = DraftReader.mention(turn);
        boolean tells =
                draft.untold()
                        || mention.map(m -> turn.words().length() - m.text().length() > MORE)
                                .orElse(true);
        var told = tells ? draft.saying(turn.words()) : draft;
        var placed = flow.reader.placed(flow.reader.shown(told, turn), turn, corrects);
        return flow.next(turn, placed, standing);
    }

    private Step category(Turn turn, ReportDraft draft, Conversation standing) {
        var told = flow.reader.placed(draft.saying(turn.words()), turn, false);
        var code = flow.named(turn).map(category -> category.code()).orElse(null);
        return flow.next(turn, told.of(new DraftCategory(code, true)), standing);
    }

    private Step more(Turn turn, ReportDraft draft, Conversation standing) {
        if (turn.act() != Act.CORRECT) {
            return flow.next(turn, flow.reader.retell(draft, turn), standing);
        }
        var corrected = flow.reader.correct(draft, turn);
        var kind = flow.named(turn).map(category -> new DraftCategory(category.code(), true));
        if (kind.isEmpty() && isAboutKind(turn) && !flow.reader.changesPlace(draft, turn)) {
            return flow.change(turn, ReportFlow.OTHER_CATEGORY, standing.drafting(corrected));
        }
        return flow.next(turn, kind.map(corrected::of).orElse(corrected), standing);
    }

    /** Whether what is put right may be the kind, though it is not plain which it should be. */
    private static boolean isAboutKind(Turn turn) {
        return turn.reading().categories().stream()
                .findFirst()
                .filter(guess -> guess.probability() >= TELLING)
                .isPresent();
    }

    private static ReportDraft draft(Conversation standing) {
        var draft = standing.draft();
        return draft == null ? ReportDraft.EMPTY : draft;
    }
}
