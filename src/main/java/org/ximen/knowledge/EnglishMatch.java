package org.ximen.knowledge;

import java.time.LocalDate;
import org.ximen.knowledge.Finding.Nearest;
import org.ximen.knowledge.Finding.Source;

/**
 * A passage that may answer an English question.
 *
 * @param question its words that tell something
 * @param form how it is put
 * @param score the ranker's, once it is known
 * @param margin by how much that is above the best of other articles
 */
record EnglishMatch(
        EnglishWords question, EnglishForm form, EnglishText text, double score, double margin) {

    /** One that nobody has ranked. */
    EnglishMatch(EnglishWords question, EnglishForm form, EnglishText text) {
        this(question, form, text, 0, 0);
    }

    EnglishMatch ranked(double points, double ahead) {
        return new EnglishMatch(question, form, text, points, ahead);
    }

    Article article() {
        return text.article();
    }

    Passage passage() {
        return text.passage();
    }

    int confidence() {
        return EnglishGate.confidence(this);
    }

    Nearest nearest() {
        var path = passage().path();
        var section = path.isEmpty() ? null : path.getLast();
        return new Nearest(article().id(), article().title(), section);
    }

    Source source(LocalDate day) {
        return Source.of(article(), passage(), day);
    }
}
