package org.ximen.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Finding.Lapsed;
import org.ximen.knowledge.Finding.Nearest;
import org.ximen.knowledge.Finding.Source;

/**
 * A passage that was found for a question.
 *
 * @param score the ranker's
 * @param best the ranker's of the best that was found
 * @param agreement how far it speaks of what is asked about
 * @param headings tell how near its heading is
 */
record Found(
        Asking asked,
        Pool.Standing standing,
        double score,
        double best,
        Agreement agreement,
        Headings headings) {
    // Share of the question's words, by weight, that a preface has to have.
    private static final double NAMED = 0.5;
    // Share that a second source has to have beyond the first.
    private static final double MORE = 0.15;

    static Found of(
            Asking asked, Pool.Standing standing, double score, double best, Headings headings) {
        var agreement = Agreement.of(asked, standing.one());
        return new Found(asked, standing, score, best, agreement, headings);
    }

    Article article() {
        return standing.one().article();
    }

    Passage passage() {
        return standing.one().passage();
    }

    double cosine() {
        return standing.one().cosine();
    }

    /** Nearness to a question that it is known to answer; 0 where none is known. */
    double question() {
        return standing.one().question();
    }

    int confidence() {
        return Gate.confidence(this);
    }

    boolean answers() {
        return confidence() >= Gate.ANSWER;
    }

    /**
     * Whether the question is about another place, document or certificate, or about the asker's
     * own file, which no article tells.
     */
    boolean isElsewhere() {
        var question = asked.text() + "\n" + asked.written();
        return asked.kinds().contains(Asked.OWN)
                || OtherPlaces.asked(asked.text(), passage())
                || Papers.asksForOther(question, standing.one().reading());
    }

    /** How near its heading is to the question, as a cosine; 0 of a mere number. */
    double heading() {
        return headings.near(asked, passage());
    }

    /** Whether it has every kind of fact that is asked for. */
    boolean hasFact() {
        return standing.one().reading().answers(asked.kinds());
    }

    /** Whether it is near enough to be shown where nothing answers. */
    boolean isNear() {
        return confidence() >= Gate.UNSURE;
    }

    /**
     * Whether its words can stand in an answer: not if another paper or place is asked about. What
     * an article says before its first heading is mostly about the article (本文根据…整理): it is quoted
     * only where it names what is asked.
     */
    boolean isQuotable() {
        boolean preface = passage().path().isEmpty() && article().sections().size() > 1;
        return !isElsewhere() && (!preface || asked.coverage(standing.one().text()) >= NAMED);
    }

    /**
     * Whether it speaks of something asked about that another does not speak of; of a law's own
     * articles one has the duty and another the fine.
     */
    boolean adds(Found other) {
        return !other.passage().isTitled()
                || standing.one().gain(asked.words(), other.standing.one())
                        >= MORE * asked.weight();
    }

    Source source(LocalDate day) {
        return Source.of(article(), passage(), day);
    }

    Nearest nearest() {
        var section = passage().path().isEmpty() ? null : passage().path().getLast();
        return new Nearest(article().id(), article().title(), section);
    }

    Lapsed lapsed(LocalDate day) {
        var validity = article().on(day);
        var since =
                switch (validity) {
                    case CURRENT -> article().published();
                    case NOT_YET -> article().effective();
                    case EXPIRED -> article().expires();
                    case SUPERSEDED -> dated(article().later().replacedFrom());
                    case REPEALED -> dated(article().later().repealedFrom());
                };
        return new Lapsed(article().id(), article().title(), validity, since);
    }

    // A replacement without a date of its own has always counted.
    private static @Nullable LocalDate dated(@Nullable LocalDate day) {
        return LocalDate.MIN.equals(day) ? null : day;
    }
}
