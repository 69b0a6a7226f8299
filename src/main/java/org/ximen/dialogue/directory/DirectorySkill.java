package org.ximen.dialogue.directory;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.dialogue.Conversation.LastPlace;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.dialogue.ask.TableFact;
import org.ximen.dialogue.ask.TableFact.Worth;
import org.ximen.directory.AskedWhen;
import org.ximen.directory.Directory;
import org.ximen.directory.FactWanted;
import org.ximen.directory.PlaceFinding;
import org.ximen.directory.Whereabouts;
import org.ximen.gaps.Gaps;
import org.ximen.gaps.Result;
import org.ximen.understanding.Act;
import org.ximen.workdays.WorkCalendar;

/** Answers where a place is, when it is open, who is there and how to reach it. */
public final class DirectorySkill implements Skill {
    private static final String NAME = "directory";
    private static final String WHICH = "which";
    private static final String BUTTON = "place";
    private static final int SURE = 100;
    // So likely a report is served beside a question.
    private static final double ALSO_REPORTED = 0.3;
    // So likely it is hardly a question.
    private static final double REPORTED = 0.6;
    // By which somebody may say where they are; a report that holds a place is a report.
    private static final Set<Act> PLACES =
            EnumSet.of(
                    Act.PLACE_ONLY,
                    Act.PROFILE,
                    Act.ASK,
                    Act.NOTICES,
                    Act.SUBSCRIBE,
                    Act.SMALLTALK,
                    Act.REPAIR,
                    Act.CORRECT,
                    Act.SUPPLEMENT);

    private final Directory directory;
    private final AskerArea areas;
    private final Gaps gaps;
    private final DirectoryWords words;
    private final HandlingOffice handling;
    private final FiguresAnswer figures;
    private final ArticleOffice offices;

    /** Looks up by these features. */
    public DirectorySkill(Features features) {
        this.directory = features.directory();
        this.areas = new AskerArea(features.district(), features.residents());
        this.gaps = features.gaps();
        var texts = new SkillTexts(DirectorySkill.class);
        this.words = new DirectoryWords(texts, features.directory(), features.calendar());
        this.handling = new HandlingOffice(features, texts);
        this.figures = new FiguresAnswer(features, texts);
        this.offices = new ArticleOffice(features.directory(), features.answers());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> buttons() {
        return Set.of(BUTTON);
    }

    /** What the directory tells; empty where the question asks for something else. */
    public Optional<TableFact> look(Turn turn) {
        return turn.hasWords()
                ? place(turn).or(() -> figures(turn)).or(() -> handled(turn))
                : Optional.empty();
    }

    private Optional<TableFact> place(Turn turn) {
        return directory
                .ask(turn.words(), whereabouts(turn), today(turn))
                .filter(finding -> !words.asks(finding) || mayAskBack(turn))
                .map(finding -> fact(turn, finding));
    }

    private Optional<TableFact> figures(Turn turn) {
        return figures.reply(turn)
                .map(reply ->
                        new TableFact(Worth.MISSING, standing -> counted(turn, reply, standing)));
    }

    /** An open report is asked on about as before. */
    private Step counted(Turn turn, Reply reply, Conversation standing) {
        if (standing.draft() == null) {
            var step = handled(turn, reply, standing);
            return Step.of(reply, step.next().at(FiguresAnswer.SPOKEN));
        }
        note(turn, turn.words(), true);
        return Step.of(reply, standing);
    }

    private Optional<TableFact> handled(Turn turn) {
        return turn.standing().draft() != null
                ? Optional.empty()
                : handling.reply(turn)
                        .map(reply ->
                                new TableFact(
                                        Worth.MISSING, standing -> handled(turn, reply, standing)));
    }

    private Step handled(Turn turn, Reply reply, Conversation standing) {
        note(turn, turn.words(), true);
        var question = new LastAnswer(turn.words(), List.of(), List.of(), null, false);
        return Step.of(reply, standing.answered(question).eitherWay(turn.words()));
    }

    /** Not where something else is told as well: the next words belong to that. */
    private static boolean mayAskBack(Turn turn) {
        return !turn.isPart()
                && turn.standing().draft() == null
                && turn.reading().probability(Act.REPORT) < ALSO_REPORTED;
    }

    private TableFact fact(Turn turn, PlaceFinding finding) {
        return new TableFact(
                worth(finding), standing -> told(turn, turn.words(), finding, standing));
    }

    private Worth worth(PlaceFinding finding) {
        if (finding.facts().equals(List.of(FactWanted.DONE))) {
            return Worth.LAST;
        }
        return words.knows(finding) ? Worth.KNOWN : Worth.MISSING;
    }

    /** What sounds like a report is one, unless it asks for what is known of a place. */
    @Override
    public Optional<Work> ifKnown(Turn turn) {
        boolean reports = turn.reading().probability(Act.REPORT) >= REPORTED;
        return (reports ? place(turn).filter(TableFact::known) : look(turn)).map(TableFact::work);
    }

    /** A place or an area in answer to the question which, or from where. */
    @Override
    public Optional<Work> answer(Turn turn) {
        var asked = turn.standing().asked();
        if (asked == null || !asked.is(NAME, WHICH) || asked.value() == null) {
            return Optional.empty();
        }
        var question = asked.value();
        return ifKnown(turn).or(() -> isPlace(turn) ? from(turn, question) : Optional.empty());
    }

    private static boolean isPlace(Turn turn) {
        return !turn.hasWords() || PLACES.contains(turn.act());
    }

    /** The question again, now that it is known from where. */
    private Optional<Work> from(Turn turn, String question) {
        return areas.told(turn)
                .flatMap(there ->
                        directory.ask(
                                question,
                                whereabouts(turn).from(there.area(), there.point()),
                                today(turn)))
                .filter(finding -> !(finding instanceof PlaceFinding.Which))
                .map(DirectorySkill::chosen)
                .map(finding -> standing -> told(turn, question, finding, standing.asking(null)));
    }

    /** From where was told, and did not help: it is not asked again. */
    private static PlaceFinding chosen(PlaceFinding finding) {
        return finding instanceof PlaceFinding.FromWhere(var kind, var options)
                ? new PlaceFinding.Which(List.of(FactWanted.WHERE), kind, options)
                : finding;
    }

    /** A button: a place, and what is asked of it. */
    @Override
    public Work take(Turn turn, Call call) {
        var value = call instanceof Call.Pressed(var button, var pressed) ? pressed : "";
        int dot = value.lastIndexOf('.');
        var facts = FactButton.facts(value.substring(dot + 1));
        var place = directory.find(value.substring(0, Math.max(dot, 0)), today(turn));
        if (facts.isEmpty() || place.isEmpty()) {
            return standing -> Step.of(words.gone(turn), standing);
        }
        var question = place.get().name() + words.label(turn, facts.getFirst());
        var when =
                asked(turn).map(open -> directory.when(open, today(turn))).orElse(AskedWhen.UNSAID);
        var finding = PlaceFinding.of(facts, place.get(), when);
        return standing -> told(turn, question, finding, standing.asking(null));
    }

    private static Optional<String> asked(Turn turn) {
        var asked = turn.standing().asked();
        return asked != null && asked.is(NAME, WHICH)
                ? Optional.ofNullable(asked.value())
                : Optional.empty();
    }

    private Whereabouts whereabouts(Turn turn) {
        return new Whereabouts(areas.of(turn), null, spoken(turn).or(() -> cited(turn)));
    }

    private static Optional<Whereabouts.SpokenOf> spoken(Turn turn) {
        var place = turn.standing().place();
        return place == null
                ? Optional.empty()
                : FactButton.facts(place.fact()).stream()
                        .findFirst()
                        .map(fact -> new Whereabouts.SpokenOf(place.id(), fact));
    }

    private Optional<Whereabouts.SpokenOf> cited(Turn turn) {
        return offices.of(turn).map(place -> new Whereabouts.SpokenOf(place.id(), FactWanted.DONE));
    }

    private Step told(Turn turn, String question, PlaceFinding finding, Conversation standing) {
        if (!words.asks(finding)) {
            note(turn, question, words.knows(finding));
        }
        return Step.of(words.reply(turn, finding), remembering(turn, question, finding, standing));
    }

    private void note(Turn turn, String question, boolean known) {
        var person = turn.incoming().is(Manner.IN_PUBLIC) ? null : turn.person();
        var result = known ? Result.ANSWERED : Result.REFUSED;
        var channel = turn.incoming().sender().channel();
        gaps.note(person, channel, question, result, known ? SURE : 0, turn.now());
    }

    private Conversation remembering(
            Turn turn, String question, PlaceFinding finding, Conversation standing) {
        if (words.asks(finding)) {
            return standing.asking(new OpenQuestion(NAME, WHICH, question));
        }
        var place = finding.places().getFirst();
        var id = finding instanceof PlaceFinding.Alike alike ? alike.kind().id() : place.id();
        return standing.answered(
                        new LastAnswer(question, List.of(), List.of(), place.name(), false))
                .at(new LastPlace(id, FactButton.value(finding.facts())));
    }

    private static LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
    }
}
