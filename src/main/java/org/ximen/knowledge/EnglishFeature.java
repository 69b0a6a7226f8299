package org.ximen.knowledge;

import java.util.function.ToDoubleFunction;

/** What may speak for a passage as the answer to an English question; the weights name them. */
enum EnglishFeature {
    /** Share of the question's words that a text has, by how much they tell. */
    TITLE_COVERAGE(match -> match.question().share(match.text().title())),
    HEADING_COVERAGE(match -> match.question().share(match.text().heading())),
    BODY_COVERAGE(match -> match.question().share(match.text().body())),
    COVERAGE(match -> match.question().share(match.text().all())),
    ARTICLE_COVERAGE(match -> match.question().share(match.text().whole())),
    /** How far the heading is the question: in what it is about, and in how it is put. */
    HEADING_LIKENESS(match -> match.question().likeness(match.text().heading())),
    HEADING_FORM(match -> match.form().likeness(match.text().form())),
    /** How much the question tells. */
    WEIGHT(match -> Math.log1p(match.question().weight())),
    /** What the ranker made of it. */
    SCORE(EnglishMatch::score),
    MARGIN(EnglishMatch::margin);

    private final ToDoubleFunction<EnglishMatch> value;

    EnglishFeature(ToDoubleFunction<EnglishMatch> value) {
        this.value = value;
    }

    double of(EnglishMatch match) {
        return value.applyAsDouble(match);
    }
}
