package org.ximen.dialogue.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.dialogue.Conversation.LastAnswer;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Continuation;
import org.ximen.knowledge.Finding;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Nearest;
import org.ximen.knowledge.Finding.Silent;
import org.ximen.knowledge.Finding.Source;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.knowledge.Topic;

/** Looks up a question that may go on from the one before: then the articles cited there answer. */
public final class FollowUpSearch {
    private final Answers answers;
    private final Continuation continuation = NextQuestion.shipped();

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
            before =
                    new LastAnswer(
                            found.topic().question(), List.of(), found.articles(), null, false);
        }
        return found == null
                ? new Heard("", answers.answer("", asker, today))
                : new Heard(found.question(), found.finding());
    }

    /**
     * What a question found.
     *
     * @param question as it was looked up, with what it goes on from
     */
    public record Heard(String question, Finding finding) {}

    /** Whether the words alone sound as if they went on from something. */
    boolean leans(String question) {
        return continuation.logOdds(question, null) > 0;
    }

    QuestionSearch.Found find(
            String question, @Nullable LastAnswer before, Asker asker, LocalDate today) {
        if (before == null) {
            return alone(question, asker, today);
        }
        return before.articles().isEmpty()
                ? afterRefusal(question, before, asker, today)
                : goingOn(question, before, asker, today)
                        .orElseGet(() -> alone(question, asker, today));
    }

    /** What leans on a question that nothing answered is looked up together with it. */
    private QuestionSearch.Found afterRefusal(
            String question, LastAnswer before, Asker asker, LocalDate today) {
        var alone = alone(question, asker, today);
        if (before.question().isBlank() || !leans(question)) {
            return alone;
        }
        var topic = new Topic(before.question(), List.of());
        var together = together(topic, question);
        var finding = answers.answer(together, asker, today);
        return finding instanceof Finding.Nothing && alone.finding() instanceof Answered
                ? alone
                : goingOn(question, topic, finding);
    }

    /** What the articles cited before say; empty for a question that stands by itself. */
    Optional<QuestionSearch.Found> goingOn(
            String question, LastAnswer before, Asker asker, LocalDate today) {
        var topic = new Topic(before.question(), before.articles());
        var found =
                before.whole()
                        ? answers.within(question, topic, continuation, asker, today)
                        : answers.goingOn(question, topic, continuation, asker, today);
        return found.map(finding -> goingOn(question, topic, finding));
    }

    private QuestionSearch.Found alone(String question, Asker asker, LocalDate today) {
        var alone = answers.answer(question, asker, today);
        return new QuestionSearch.Found(question, alone, new Topic(question, articles(alone)));
    }

    private static QuestionSearch.Found goingOn(String question, Topic before, Finding finding) {
        var articles = new ArrayList<>(articles(finding));
        articles.addAll(before.articles());
        var topic = new Topic(before.question(), articles).asked(question);
        return new QuestionSearch.Found(together(before, question), finding, topic);
    }

    private static String together(Topic before, String question) {
        return before.question().replace('\n', ' ') + " " + question;
    }

    /** Of those that were cited, or else offered. */
    private static List<String> articles(Finding finding) {
        return switch (finding) {
            case Answered answered -> answered.citations().stream().map(Source::article).toList();
            case Unsure unsure -> unsure.nearest().stream().map(Nearest::article).toList();
            case Silent silent -> List.of(silent.article());
            case Finding.Nothing nothing -> List.of();
        };
    }
}
