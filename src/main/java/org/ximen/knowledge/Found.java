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
 */
record Found(Asking asked, Pool.Standing standing, double score) {
    Article article() {
        return standing.one().article();
    }

    Passage passage() {
        return standing.one().passage();
    }

    double cosine() {
        return standing.one().cosine();
    }

    int confidence() {
        return Gate.confidence(Signals.of(this));
    }

    boolean answers() {
        return confidence() >= Gate.ANSWER;
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
