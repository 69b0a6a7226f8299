package org.ximen.dialogue.ask;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.dialogue.Turn;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Finding;
import org.ximen.knowledge.Phrasing;
import org.ximen.knowledge.Topic;
import org.ximen.residents.Person;
import org.ximen.residents.Profile;
import org.ximen.text.Plain;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.workdays.WorkCalendar;

/** Looks questions up, alone and as going on from the one before. */
final class QuestionSearch {
    private static final Comparator<Found> SURER =
            Comparator.<Found, Boolean>comparing(each -> each.finding() instanceof Finding.Answered)
                    .thenComparing(each -> each.finding().confidence());

    private final FollowUpSearch search;
    private final Phrasing phrasing;
    private final Areas areas;
    private final UnaryOperator<String> bare;

    /** Tells which areas concern somebody with a question; none means all. */
    interface Areas {
        Set<String> of(Person person, String question);
    }

    /**
     * What was found.
     *
     * @param question as it was looked up
     * @param topic that a next question may go on from
     */
    record Found(String question, Finding finding, Topic topic) {
        /** Whether it goes on from what was asked before. */
        boolean goesOn() {
            return !question.equals(topic.question());
        }

        /** Ids of the articles that a next question may be about. */
        List<String> articles() {
            return topic.articles();
        }
    }

    /**
     * @param bare leaves the name of the street out of a question
     */
    QuestionSearch(Answers answers, Phrasing phrasing, Areas areas, UnaryOperator<String> bare) {
        this.search = new FollowUpSearch(answers);
        this.phrasing = phrasing;
        this.areas = areas;
        this.bare = bare;
    }

    /**
     * The answer to the words of a turn, which may go on from the question before; where they lean
     * on more that was said, to all of it; where they find no answer alone, to what finds more.
     */
    Found ask(Turn turn) {
        var words = Plain.start(turn.words(), Turn.READ);
        var context = Plain.start(turn.context(), Turn.READ);
        if (context.equals(words)) {
            return find(turn, words);
        }
        return search.leans(words) ? find(turn, context) : alone(turn, words, context);
    }

    private Found alone(Turn turn, String words, String context) {
        return orSurer(find(turn, words), () -> find(turn, context));
    }

    /** That a question is asked about this street says nothing, unless it is about the street. */
    private Found find(Turn turn, String question) {
        var rest = bare.apply(question);
        var found = searched(turn, question);
        return rest.isBlank() || rest.equals(Plain.comparable(question))
                ? found
                : orSurer(found, () -> searched(turn, rest));
    }

    private Found searched(Turn turn, String question) {
        var before = turn.standing().answer();
        return search.find(question, before, asker(turn, before, question), today(turn));
    }

    private static Found orSurer(Found first, Supplier<Found> second) {
        if (first.finding() instanceof Finding.Answered) {
            return first;
        }
        var other = second.get();
        return SURER.compare(first, other) < 0 ? other : first;
    }

    /** The same, if they go on from there. */
    Optional<Found> goingOn(Turn turn) {
        var before = turn.standing().answer();
        var question = Plain.start(turn.words(), Turn.READ);
        return before == null
                ? Optional.empty()
                : search.goingOn(question, before, asker(turn, before, question), today(turn));
    }

    /** The answer to a question that stands by itself. */
    Found alone(Turn turn, String question) {
        var asker = asker(turn, turn.standing().answer(), question);
        return search.find(question, null, asker, today(turn));
    }

    /**
     * The same in better words, where the street has a model that finds some; it may be slow, and
     * advice in a danger waits for nothing.
     */
    Found phrased(Turn turn, Found found) {
        if (!phrasing.isOn() || turn.reading().danger().level() == Level.NOW) {
            return found;
        }
        var asker = asker(turn, turn.standing().answer(), found.question());
        var said = phrasing.phrased(found.question(), found.finding(), asker, today(turn));
        return new Found(found.question(), said, found.topic());
    }

    private static LocalDate today(Turn turn) {
        return LocalDate.ofInstant(turn.now(), WorkCalendar.ZONE);
    }

    /** A title that was picked, or 几点来水, is about the place that was asked about before. */
    private Asker asker(Turn turn, @Nullable LastAnswer before, String question) {
        boolean merchant = turn.person().profile() == Profile.MERCHANT;
        var audience = merchant ? Audience.MERCHANT : Audience.RESIDENT;
        var about = before == null ? question : before.question() + " " + question;
        return new Asker(audience, areas.of(turn.person(), about), turn.language());
    }
}
