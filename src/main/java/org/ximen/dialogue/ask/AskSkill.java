package org.ximen.dialogue.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.OpenQuestion;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.gaps.Reason;
import org.ximen.knowledge.Finding;
import org.ximen.text.Language;
import org.ximen.understanding.Act;

/** Answers questions from the street's articles, with their sources. */
public final class AskSkill implements Skill {
    private static final String NAME = "ask";
    // As sure an answer in English is given to words that were not read as a question: of 296 that
    // are none 4 got one.
    private static final int KNOWN = 75;
    private static final String WHY = "why";
    // As long as words can be kept with a bad mark.
    private static final Duration REMARKING = Duration.ofMinutes(10);

    private final Function<Turn, Optional<TableFact>> facts;
    private final QuestionSearch search;
    private final AnswerFeedback feedback;
    private final AnswerWords words = new AnswerWords();

    /**
     * Searches and notes with these features.
     *
     * @param facts knows what stands in tables; it is asked before the articles
     */
    public AskSkill(Features features, Function<Turn, Optional<TableFact>> facts) {
        this.facts = facts;
        var areas = new OwnAreas(features.district(), features.residents());
        this.search =
                new QuestionSearch(
                        features.answers(),
                        features.phrasing(),
                        areas::of,
                        features.district()::withoutStreet);
        this.feedback = new AnswerFeedback(features.gaps());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.ASK);
    }

    @Override
    public Set<String> buttons() {
        return Set.of("ask", "useful", "useless", "why", "quiet");
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.Pressed(var button, var value) when button.equals("ask") ->
                    picked(turn, value);
            case Call.Pressed(var button, var value) ->
                    standing -> judged(turn, button, value, standing);
            default -> asked(turn);
        };
    }

    /** Slow: the search is done before the work. */
    private Work asked(Turn turn) {
        var fact = facts.apply(turn);
        return fact.filter(TableFact::known)
                .map(TableFact::work)
                .orElseGet(() -> searched(turn, fact, search.ask(turn)));
    }

    private Work searched(Turn turn, Optional<TableFact> missing, QuestionSearch.Found found) {
        var before = turn.standing().answer();
        return missing.filter(fact -> !fact.isOutdone(found.finding(), before))
                .map(TableFact::work)
                .orElseGet(() -> telling(turn, found));
    }

    /** Slow, too: a model may look for better words before the work. */
    private Work telling(Turn turn, QuestionSearch.Found found) {
        var said = search.phrased(turn, found);
        return standing -> told(turn, said, standing);
    }

    /** The answer, if the files have one; for words that may want something else as well. */
    public Optional<Work> ifAnswered(Turn turn) {
        return ifAnswered(turn, 0);
    }

    private Optional<Work> ifAnswered(Turn turn, int least) {
        var fact = facts.apply(turn);
        if (fact.isPresent()) {
            return Optional.of(asked(turn));
        }
        var found = search.ask(turn);
        return found.finding() instanceof Finding.Answered answered
                        && answered.confidence() >= least
                ? Optional.of(telling(turn, found))
                : Optional.empty();
    }

    /** What people want is read less well from English words; what the files answer was asked. */
    @Override
    public Optional<Work> ifKnown(Turn turn) {
        return turn.language() == Language.EN ? ifAnswered(turn, KNOWN) : Optional.empty();
    }

    @Override
    public Optional<Work> goingOn(Turn turn) {
        return search.goingOn(turn)
                .filter(found -> found.finding() instanceof Finding.Answered)
                .map(found -> telling(turn, found));
    }

    private Work picked(Turn turn, String option) {
        var answer = turn.standing().answer();
        int nth = option.matches("\\d{1,2}") ? Integer.parseInt(option) : -1;
        if (answer == null || nth < 0 || nth >= answer.options().size()) {
            return standing -> Step.of(words.gone(turn), standing);
        }
        var found = search.phrased(turn, search.alone(turn, answer.options().get(nth)));
        return standing -> {
            feedback.picked(turn);
            return told(turn, found, standing);
        };
    }

    private Step told(Turn turn, QuestionSearch.Found found, Conversation standing) {
        boolean reporting = standing.draft() != null;
        var finding = found.finding();
        if (!reporting && feedback.isRemark(turn, found)) {
            var other = found.goesOn() ? null : finding;
            return Step.of(words.remarked(turn, other), remembering(found, standing));
        }
        var id = feedback.note(turn, found);
        if (isToldAgain(found, standing)) {
            return Step.of(words.again(turn, finding), remembering(found, standing));
        }
        var reply = words.found(turn, finding, reporting ? null : id.orElse(null));
        return Step.of(reply, remembering(found, standing));
    }

    private static Conversation remembering(QuestionSearch.Found found, Conversation before) {
        var standing = before.wasAsked(NAME, WHY) ? before.asking(null) : before;
        var finding = found.finding();
        var options = AnswerWords.nearest(finding).stream().map(Finding.Nearest::question).toList();
        var sources =
                finding instanceof Finding.Answered answered
                        ? answered.citations()
                        : List.<Finding.Source>of();
        var topic = sources.stream().map(Finding.Source::title).findFirst().orElse(null);
        return standing.answered(
                new LastAnswer(
                        found.topic().question(),
                        options,
                        found.articles(),
                        topic,
                        goesOnWithin(found, standing),
                        fingerprint(finding).orElse(null)));
    }

    /** Whether who asks on would read the same once more, and nobody is sure that it answers. */
    private static boolean isToldAgain(QuestionSearch.Found found, Conversation standing) {
        var before = standing.answer();
        return found.goesOn()
                && found.finding() instanceof Finding.Unsure
                && before != null
                && before.told() != null
                && fingerprint(found.finding()).filter(before.told()::equals).isPresent();
    }

    private static Optional<String> fingerprint(Finding finding) {
        return AnswerWords.likely(finding)
                .map(answered -> Integer.toHexString(answered.text().hashCode()));
    }

    private static boolean goesOnWithin(QuestionSearch.Found found, Conversation standing) {
        var before = standing.answer();
        return found.goesOn() && before != null && before.whole();
    }

    private Step judged(Turn turn, String button, String value, Conversation standing) {
        var reply =
                switch (button) {
                    case "useful" -> mark(turn, value, true);
                    case "useless" -> mark(turn, value, false);
                    case "why" -> why(turn, value);
                    default -> quiet(turn, value);
                };
        return Step.of(reply, isAsked(button) ? standing.asking(why(turn)) : standing);
    }

    /** Words after a bad mark are kept with it, whatever they sound like. */
    @Override
    public Optional<Work> answer(Turn turn) {
        return isAskedWhy(turn) && !isAnother(turn) && !turn.showsSomething()
                ? Optional.of(standing -> kept(turn, standing))
                : Optional.empty();
    }

    private static boolean isAsked(String button) {
        return button.equals("useless") || button.equals("why");
    }

    private static OpenQuestion why(Turn turn) {
        return new OpenQuestion(NAME, WHY, turn.now().toString());
    }

    private static boolean isAskedWhy(Turn turn) {
        var asked = turn.standing().asked();
        return asked != null
                && asked.is(NAME, WHY)
                && turn.now().isBefore(Instant.parse(asked.value()).plus(REMARKING));
    }

    /** A question is searched for first; a place where something is wrong is no remark. */
    private static boolean isAnother(Turn turn) {
        boolean reports = turn.act() == Act.REPORT && !turn.reading().places().isEmpty();
        return reports || turn.act() == Act.ASK || turn.act() == Act.PERSON;
    }

    private Step kept(Turn turn, Conversation standing) {
        feedback.remark(turn);
        return Step.of(words.kept(turn), standing.asking(null));
    }

    private Reply quiet(Turn turn, String value) {
        if (!value.isEmpty()) {
            return words.gone(turn);
        }
        feedback.quiet(turn);
        return words.quiet(turn);
    }

    private Reply mark(Turn turn, String value, boolean useful) {
        long answer = id(value);
        return switch (feedback.mark(turn, answer, useful)) {
            case TAKEN -> words.marked(turn, useful);
            case WHY -> words.whyWanted(turn, answer);
            case GONE -> words.gone(turn);
        };
    }

    // why:17.OUTDATED
    private Reply why(Turn turn, String value) {
        var parts = value.split("\\.", 2);
        Optional<Reason> reason =
                parts.length < 2
                        ? Optional.empty()
                        : List.of(Reason.values()).stream()
                                .filter(each -> each.name().equals(parts[1]))
                                .findFirst();
        return reason.filter(known -> feedback.why(turn, id(parts[0]), known))
                .map(known -> words.whyKept(turn))
                .orElseGet(() -> words.gone(turn));
    }

    /** An id of ours, or 0, which nothing has. */
    private static long id(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    static boolean inPublic(Turn turn) {
        return turn.incoming().is(Manner.IN_PUBLIC);
    }
}
