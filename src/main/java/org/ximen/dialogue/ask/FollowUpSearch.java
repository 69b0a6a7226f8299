package org.ximen.dialogue.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Finding;

/** Looks up a question that may go on from the one before: then it is asked both ways. */
public final class FollowUpSearch {
    // A question with so few characters rarely names all that it is about.
    private static final int SHORT = 14;

    private final Answers answers;

    /** Searches these. */
    public FollowUpSearch(Answers answers) {
        this.answers = answers;
    }

    /** What the last of several questions in one conversation finds. */
    public Heard last(List<String> questions, Asker asker, LocalDate today) {
        LastAnswer before = null;
        QuestionSearch.Found found = null;
        for (var question : questions) {
            found = find(question, before, asker, today);
            before = remembered(found);
        }
        return found == null ? new Heard("", answers.answer("", asker, today)) : heard(found);
    }

    /**
     * What a question found.
     *
     * @param question as it was looked up, with what it goes on from
     */
    public record Heard(String question, Finding finding) {}

    private static Heard heard(QuestionSearch.Found found) {
        return new Heard(found.question(), found.finding());
    }

    private static LastAnswer remembered(QuestionSearch.Found found) {
        var articles = new ArrayList<String>();
        if (found.finding() instanceof Finding.Answered answered) {
            answered.citations().forEach(source -> articles.add(source.article()));
        }
        return new LastAnswer(found.question(), List.of(), articles, null);
    }

    QuestionSearch.Found find(
            String question, @Nullable LastAnswer before, Asker asker, LocalDate today) {
        var cited = before == null ? List.<String>of() : before.articles();
        return answers.inEnglish(question, cited, asker, today)
                .map(finding -> new QuestionSearch.Found(question, finding))
                .orElseGet(() -> inChinese(question, before, asker, today));
    }

    private QuestionSearch.Found inChinese(
            String question, @Nullable LastAnswer before, Asker asker, LocalDate today) {
        var alone = found(question, asker, today);
        if (before == null || question.length() > SHORT) {
            return alone;
        }
        var together = found(before.question() + " " + question, asker, today);
        return goesOn(question, alone.finding(), together.finding(), before) ? together : alone;
    }

    private QuestionSearch.Found found(String question, Asker asker, LocalDate today) {
        return new QuestionSearch.Found(question, answers.answer(question, asker, today));
    }

    /** An article cited before says more, or the two questions together find a surer answer. */
    private static boolean goesOn(
            String question, Finding alone, Finding together, LastAnswer before) {
        if (!(together instanceof Finding.Answered answered)) {
            return false;
        }
        if (alone instanceof Finding.Answered other && isAbout(question, other)) {
            return false;
        }
        return cites(answered, before) || together.confidence() >= alone.confidence();
    }

    /** Whether the question names what the title of its first source is about. */
    private static boolean isAbout(String question, Finding.Answered answered) {
        var title = answered.citations().getFirst().title();
        return IntStream.rangeClosed(0, question.length() - 2)
                .mapToObj(i -> question.substring(i, i + 2))
                .anyMatch(title::contains);
    }

    private static boolean cites(Finding.Answered answered, LastAnswer before) {
        return answered.citations().stream()
                .anyMatch(source -> before.articles().contains(source.article()));
    }
}
