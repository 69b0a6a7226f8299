package org.ximen.dialogue.report;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.cases.GridCase;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Conversation.LastCase;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.PartReader;
import org.ximen.dialogue.ReportDraft;
import org.ximen.dialogue.ReportDraft.DraftCategory;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.understanding.Act;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading;

/** The way of a draft: what is asked next, and what comes of the buttons. */
public final class ReportFlow {
    static final String WORDS = "words";
    static final String PLACE = "place";
    static final String CATEGORY = "category";
    static final String OTHER_PLACE = "other-place";
    static final String OTHER_CATEGORY = "other-category";
    static final String SAME = "same";
    static final String UNNAMED = "unnamed";
    static final String CONFIRM = "confirm";
    static final String CALM = "calm";

    // Asked so often in vain, a place is left to the staff; in a danger once more.
    private static final int ENOUGH = 2;
    private static final int ENOUGH_IN_DANGER = 3;

    private static final Set<Act> AFTERWARDS =
            EnumSet.of(Act.REPORT, Act.ASK, Act.SUGGEST, Act.THANK, Act.RATE, Act.PRAISE);

    private final CodeTable codeTable;
    private final ReportWords words;
    private final PartReader parts;

    final DraftReader reader;
    final CaseFiling filing;

    /** The way with these features. */
    public ReportFlow(Features features) {
        this.codeTable = features.codeTable();
        this.parts = new PartReader(features.reader());
        this.reader = new DraftReader(features.codeTable(), features.district());
        this.filing = new CaseFiling(features);
        this.words = new ReportWords(features.district(), filing);
    }

    /** Somebody wants to report and has not said what. */
    Step invite(Turn turn, Conversation standing) {
        var draft = standing.draft();
        return draft != null
                ? again(turn, standing)
                : ask(
                        blank(turn, standing),
                        WORDS,
                        words.wanted(turn, ReportDraft.EMPTY),
                        standing);
    }

    /** A draft with nothing in it, at the place of a poster that was just scanned. */
    public ReportDraft blank(Turn turn, Conversation standing) {
        var arrival = standing.arrival();
        boolean placed =
                DraftReader.mention(turn).isPresent() || turn.incoming().location() != null;
        return arrival != null && arrival.fresh(turn.now()) && !placed
                ? reader.at(arrival)
                : ReportDraft.EMPTY;
    }

    /**
     * Slow: what may be the same is compared with what the message can make of the draft before the
     * work, so that no transaction waits for the encoder.
     */
    void readAhead(Turn turn) {
        var compared = new HashSet<String>();
        for (var told : perhaps(turn)) {
            if (!told.untold() && compared.add(told.words())) {
                parts.of(turn, told.words()); // the kind that is asked for is read from these
                filing.similar(told, turn);
            }
        }
    }

    private List<ReportDraft> perhaps(Turn turn) {
        var draft = turn.standing().draft();
        if (draft == null) {
            var told = reader.tell(blank(turn, turn.standing()), turn);
            return turn.standing()
                    .droppedDraft(turn.now())
                    .map(dropped -> List.of(told, dropped, reader.tell(dropped, turn)))
                    .orElseGet(() -> List.of(told));
        }
        return turn.hasWords()
                ? List.of(
                        reader.retell(draft, turn),
                        reader.correct(draft, turn),
                        reader.placed(draft, turn, true),
                        draft.saying(turn.words()))
                : List.of(reader.shown(draft, turn));
    }

    /** A new report. */
    public Step begin(Turn turn, Conversation standing) {
        var outside = words.outside(turn);
        return outside.map(reply -> Step.of(reply, standing))
                .orElseGet(() -> next(turn, reader.tell(blank(turn, standing), turn), standing));
    }

    /** A place and nothing else: what is wrong there is asked for. */
    Step here(Turn turn, Conversation standing) {
        var draft = reader.placed(sight(turn, standing), turn, false);
        return draft.place().known() ? next(turn, draft, standing) : begin(turn, standing);
    }

    /** Pictures or a place without words: of the draft, else of the case just filed. */
    Step shown(Turn turn, Conversation standing) {
        var wrong = words.wrongPoint(turn);
        if (wrong.isPresent() && turn.incoming().photos().isEmpty()) {
            return Step.of(wrong.get(), standing);
        }
        var draft = standing.draft();
        return draft == null
                ? added(turn, standing).orElseGet(() -> next(turn, sight(turn, standing), standing))
                : next(turn, reader.shown(draft, turn), standing);
    }

    private ReportDraft sight(Turn turn, Conversation standing) {
        return reader.shown(blank(turn, standing), turn);
    }

    private Optional<Step> added(Turn turn, Conversation standing) {
        var last = standing.last();
        return last == null || !last.fresh(turn.now())
                ? Optional.empty()
                : filing.supplement(last.number(), "", turn.incoming().photos(), turn)
                        .map(known -> Step.of(words.added(turn, known), standing));
    }

    /** Asks for the next thing that is missing; a danger at a known place is filed at once. */
    public Step next(Turn turn, ReportDraft draft, Conversation standing) {
        if (draft.untold()) {
            return ask(draft, WORDS, words.wanted(turn, draft), standing);
        }
        var place = draft.place();
        if (!place.precise() && draft.wanted() < enough(draft)) {
            return ask(draft.askedForPlace(), PLACE, words.placeWanted(turn, draft), standing);
        }
        if (draft.danger() != null && isNowAndHere(turn, draft)) {
            return file(turn, draft, false, standing);
        }
        if (filing.category(draft) == null && !draft.category().settled()) {
            return ask(draft, CATEGORY, categoryWanted(turn, draft), standing);
        }
        return complete(turn, draft, standing);
    }

    /** Only what is told of the danger itself files it unseen, not what is wanted afterwards. */
    private static boolean isNowAndHere(Turn turn, ReportDraft draft) {
        boolean now = turn.reading().danger().level() == DangerReading.Level.NOW;
        return now || draft.place().precise() && !AFTERWARDS.contains(turn.act());
    }

    /** The likeliest by all that was told, whatever was said last. */
    private Reply categoryWanted(Turn turn, ReportDraft draft) {
        return words.categoryWanted(turn, likely(parts.of(turn, draft.words())));
    }

    private List<Category> likely(Turn turn) {
        return turn.reading().categories().stream()
                .map(CategoryGuess::code)
                .flatMap(code -> codeTable.categoryNamed(code).stream())
                .toList();
    }

    private Step complete(Turn turn, ReportDraft draft, Conversation standing) {
        return filing.similar(draft, turn)
                .map(other -> similar(turn, draft, other, standing))
                .orElseGet(() -> confirm(turn, draft, standing));
    }

    private Step similar(Turn turn, ReportDraft draft, GridCase other, Conversation standing) {
        boolean own = filing.isOwn(other.number(), turn);
        var reply = own ? words.alreadyFiled(turn, other) : words.similar(turn, other);
        var asked = new OpenQuestion(ReportSkill.NAME, SAME, other.number());
        return Step.of(reply, standing.drafting(draft).asking(asked));
    }

    /** Shows the whole draft. */
    Step confirm(Turn turn, ReportDraft draft, Conversation standing) {
        return ask(draft, CONFIRM, words.confirmation(turn, draft), standing);
    }

    private static Step ask(ReportDraft draft, String about, Reply reply, Conversation standing) {
        return Step.of(reply, standing.drafting(draft).asking(ReportSkill.asking(about)));
    }

    /** Asks again for what was asked last. */
    Step again(Turn turn, Conversation standing) {
        var draft = standing.draft();
        return draft == null ? invite(turn, standing) : next(turn, draft, standing);
    }

    /** Files what was shown; a second tap gets the same receipt. */
    Step submit(Turn turn, boolean anonymous, Conversation standing) {
        var draft = standing.draft();
        if (draft == null) {
            return Step.of(submitted(turn, standing), standing);
        }
        if (!anonymous && draft.unnamed()) {
            return submitUnnamed(turn, standing);
        }
        boolean shown = isShown(standing);
        return shown ? file(turn, draft, anonymous, standing) : next(turn, draft, standing);
    }

    private static boolean isShown(Conversation standing) {
        return List.of(CONFIRM, OTHER_PLACE, OTHER_CATEGORY, UNNAMED).stream()
                .anyMatch(about -> standing.wasAsked(ReportSkill.NAME, about));
    }

    /** Files without a name; who is named in the words is asked first. */
    Step submitUnnamed(Turn turn, Conversation standing) {
        var draft = standing.draft();
        boolean told = standing.wasAsked(ReportSkill.NAME, UNNAMED);
        if (draft == null || told || !isShown(standing) || !SelfNaming.isIn(draft.words())) {
            return submit(turn, true, standing);
        }
        return ask(draft, UNNAMED, words.namedInWords(turn), standing);
    }

    /** Files without a name, and without the name in the words. */
    Step submitMasked(Turn turn, Conversation standing) {
        var draft = standing.draft();
        return draft == null
                ? submit(turn, true, standing)
                : submit(
                        turn,
                        true,
                        standing.drafting(draft.worded(SelfNaming.without(draft.words())))
                                .asking(ReportSkill.asking(CONFIRM)));
    }

    private Reply submitted(Turn turn, Conversation standing) {
        var last = standing.last();
        var known =
                last != null && last.fresh(turn.now())
                        ? turn.around().find(last.number()).filter(c -> !c.state().over())
                        : Optional.<GridCase>empty();
        return known.map(filed -> words.filed(turn, filed)).orElseGet(() -> words.nothing(turn));
    }

    /** Makes the draft a case. */
    public Step file(Turn turn, ReportDraft draft, boolean anonymous, Conversation standing) {
        boolean unnamed = anonymous || draft.unnamed() || SelfNaming.wantsNoName(draft.words());
        var filed = filing.file(draft, unnamed, turn);
        var next =
                standing.drafting(null)
                        .about(new LastCase(filed.number(), draft.danger(), turn.now()));
        var later = standing.later();
        return Step.of(words.receipt(turn, filed, draft, later), next);
    }

    /** Another place or kind for what was shown, which counts until it is named. */
    Step change(Turn turn, String about, Conversation standing) {
        var draft = standing.draft();
        if (draft == null) {
            return Step.of(words.nothing(turn), standing);
        }
        return about.equals(OTHER_PLACE)
                ? ask(draft, about, words.placeWanted(turn, ReportDraft.EMPTY), standing)
                : ask(draft, about, categoryWanted(turn, draft), standing);
    }

    /** Who does not want to be known is not; what is asked goes on. */
    Step hide(Turn turn, boolean hidden, Conversation standing) {
        var draft = standing.draft();
        if (draft == null) {
            return Step.of(words.gone(turn), standing);
        }
        var step =
                isShown(standing)
                        ? confirm(turn, draft.hiding(hidden), standing)
                        : next(turn, draft.hiding(hidden), standing);
        var first = step.replies().getFirst();
        return hidden && step.next().draft() != null
                ? Step.of(words.hidden(turn, first), step.next())
                : step;
    }

    /** A danger that is over before anything was filed: somebody may still have a look. */
    Step calm(Turn turn, Conversation standing) {
        var draft = standing.draft();
        var told = draft == null ? ReportDraft.EMPTY : draft.saying(turn.words());
        boolean plain = turn.act() == Act.WITHDRAW;
        var reply = plain ? words.lookWanted(turn) : words.overOrNot(turn);
        var asked = new OpenQuestion(ReportSkill.NAME, CALM, told.danger());
        return Step.of(reply, standing.drafting(told.dangerous(null)).asking(asked));
    }

    /** A danger that was taken for over and is not. */
    Step goOn(Turn turn, Conversation standing) {
        var draft = standing.draft();
        var asked = standing.asked();
        var danger = asked != null && asked.about().equals(CALM) ? asked.value() : null;
        return draft == null
                ? Step.of(words.gone(turn), standing)
                : next(turn, draft.dangerous(danger), standing.asking(null));
    }

    /** A danger of which something is left that somebody should see to: an ordinary report. */
    Step ease(Turn turn, Conversation standing) {
        var draft = standing.draft();
        var told = draft == null ? ReportDraft.EMPTY : draft.dangerous(null);
        return next(turn, reader.retell(told, turn), standing.asking(null));
    }

    /** Somebody shall have a look after a danger. */
    Step look(Turn turn, Conversation standing) {
        var draft = standing.draft();
        return draft == null
                ? Step.of(words.gone(turn), standing)
                : next(turn, draft.hazardous(), standing.asking(null));
    }

    Step photoWanted(Turn turn, Conversation standing) {
        return Step.of(words.photoWanted(turn), standing);
    }

    /** A category by its code or name; an empty one is left to the staff. */
    Step choose(Turn turn, String code, Conversation standing) {
        var draft = standing.draft();
        if (draft == null) {
            return Step.of(words.gone(turn), standing);
        }
        var known = codeTable.categoryNamed(code).map(Category::code).orElse(null);
        return next(turn, draft.of(new DraftCategory(known, true)), standing);
    }

    /** The category that words name or are plainly about. */
    Optional<Category> named(Turn turn) {
        return codeTable.categoryNamed(turn.words()).or(() -> reader.guess(turn));
    }

    /** The person cannot say where it is. */
    Step noPlace(Turn turn, Conversation standing) {
        var draft = standing.draft();
        if (draft == null) {
            return Step.of(words.gone(turn), standing);
        }
        boolean other = standing.wasAsked(ReportSkill.NAME, OTHER_PLACE);
        return next(turn, other ? draft : settled(draft), standing);
    }

    private static int enough(ReportDraft draft) {
        return draft.danger() == null ? ENOUGH : ENOUGH_IN_DANGER;
    }

    /** Not asked for a place again. */
    ReportDraft settled(ReportDraft draft) {
        return draft.wanted() < enough(draft) ? settled(draft.askedForPlace()) : draft;
    }

    /** Only the case that was offered can be joined: numbers are easily guessed. */
    Step join(Turn turn, String number, Conversation standing) {
        var draft = standing.draft();
        var asked = standing.asked();
        boolean offered =
                asked != null && asked.is(ReportSkill.NAME, SAME) && number.equals(asked.value());
        if (draft == null || !offered) {
            return Step.of(words.gone(turn), standing);
        }
        var next = standing.drafting(null).about(new LastCase(number, draft.danger(), turn.now()));
        return filing.join(number, draft, turn)
                .map(joined -> Step.of(words.joined(turn, joined), next))
                .orElseGet(() -> confirm(turn, draft.standingAlone(), standing));
    }

    /** It is none of the similar cases. */
    Step standAlone(Turn turn, Conversation standing) {
        var draft = standing.draft();
        return draft == null
                ? Step.of(words.gone(turn), standing)
                : next(turn, draft.standingAlone(), standing);
    }

    Step drop(Turn turn, Conversation standing) {
        var draft = standing.draft();
        boolean danger =
                draft != null && draft.danger() != null
                        || standing.wasAsked(ReportSkill.NAME, CALM);
        var reply = danger ? words.calmed(turn) : words.dropped(turn);
        return Step.of(reply, standing.dropping(turn.now()));
    }

    /** A report that was dropped a while ago, just as it was told. */
    Step takeUpAgain(Turn turn, Conversation standing) {
        return standing.droppedDraft(turn.now())
                .map(draft -> next(turn, draft, standing))
                .orElseGet(() -> invite(turn, standing));
    }

    /** The same with the place that was missing. */
    Step takeUpAgainAt(Turn turn, Conversation standing) {
        return standing.droppedDraft(turn.now())
                .map(draft -> next(turn, reader.tell(draft, turn), standing))
                .orElseGet(() -> begin(turn, standing));
    }

    ReportWords words() {
        return words;
    }
}
