package org.ximen.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Finding;
import org.ximen.residents.Person;
import org.ximen.residents.Profile;

/** Questions to the knowledge base, with what the question before was about. */
final class Questions {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Answers answers;
    private final Areas areas;

    /** Tells which areas concern somebody with a question; none means all. */
    interface Areas {
        Set<String> of(Person person, String question);
    }

    Questions(Answers answers, Areas areas) {
        this.answers = answers;
        this.areas = areas;
    }

    /**
     * @param question as it was looked up
     */
    record Asked(String question, Finding finding) {}

    /** Looks up what an intent asks; empty if it asks nothing. Slow: not inside a transaction. */
    Optional<Asked> look(Turn turn, Intent intent) {
        return switch (intent) {
            case Intent.Ask(var question) -> Optional.of(ask(turn, question));
            case Intent.Pick(var option) ->
                    picked(turn, option).map(question -> find(turn, question));
            default -> Optional.empty();
        };
    }

    private static Optional<String> picked(Turn turn, int option) {
        return turn.flow() instanceof Flow.Asking(var before, var options)
                        && option >= 0
                        && option < options.size()
                ? Optional.of(options.get(option))
                : Optional.empty();
    }

    /** A short question may go on from the one before; then it is asked both ways. */
    private Asked ask(Turn turn, String question) {
        var alone = find(turn, question);
        if (turn.flow() instanceof Flow.Asking(var before, var options)
                && Lexicon.FOLLOW_UP.matcher(turn.plain()).matches()) {
            var together = find(turn, before + " " + question);
            boolean surer = together.finding().confidence() >= alone.finding().confidence();
            if (surer && together.finding() instanceof Finding.Answered) {
                return together;
            }
        }
        return alone;
    }

    private Asked find(Turn turn, String question) {
        var audience =
                turn.person().profile() == Profile.MERCHANT ? Audience.MERCHANT : Audience.RESIDENT;
        // A title that was picked, or "几点来水", is about the place that was asked about before.
        var about = turn.flow() instanceof Flow.Asking(var before, var o) ? before : "";
        var asker = new Asker(audience, areas.of(turn.person(), about + " " + question));
        return new Asked(question, answers.answer(question, asker, today(turn.now())));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SHANGHAI);
    }

    /** A question in the middle of a report leaves the report open. */
    Step step(Turn turn, Asked asked) {
        boolean reporting = turn.flow() instanceof Flow.Reporting;
        var next = reporting ? turn.flow() : new Flow.Asking(asked.question(), options(asked));
        return new Step(new Outcome.Found(asked.finding(), reporting, null), next);
    }

    private static List<String> options(Asked asked) {
        return AnswerWording.nearest(asked.finding()).stream()
                .map(Finding.Nearest::question)
                .toList();
    }
}
