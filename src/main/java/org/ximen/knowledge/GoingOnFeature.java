package org.ximen.knowledge;

import java.util.function.ToDoubleFunction;

/** What tells whether a question goes on from the one before; the learnt weights name them. */
enum GoingOnFeature {
    LENGTH(next -> Math.log1p(next.alone().asking().text().length())),
    /** How likely by its words. */
    WORDS(FollowUp::byWords),
    /** How much its words tell, and those that what was cited does not have. */
    WEIGHT(next -> next.alone().asking().weight() / next.alone().asking().unseen()),
    OWN(FollowUp::ownWords),
    /** How near anything is, and what was cited. */
    COSINE(next -> next.best(Found::cosine)),
    CITED_COSINE(next -> next.cited(Found::cosine)),
    TOKENS(next -> next.best(GoingOnFeature::tokens)),
    CITED_TOKENS(next -> next.cited(GoingOnFeature::tokens)),
    HEADING(next -> next.best(Found::heading)),
    CITED_HEADING(next -> next.cited(Found::heading)),
    CONFIDENCE(next -> next.best(Found::confidence) / 100),
    CITED_CONFIDENCE(next -> next.cited(Found::confidence) / 100),
    /** The same together with what was asked before. */
    TOGETHER_CONFIDENCE(next -> next.bestTogether(Found::confidence) / 100),
    CITED_TOGETHER_CONFIDENCE(next -> next.citedTogether(Found::confidence) / 100),
    /** Whether what was cited comes first all the same. */
    CITED_FIRST(next -> next.isCitedFirst(next.alone()) ? 1 : 0),
    CITED_FIRST_TOGETHER(next -> next.isCitedFirst(next.together()) ? 1 : 0);

    private final ToDoubleFunction<FollowUp> value;

    GoingOnFeature(ToDoubleFunction<FollowUp> value) {
        this.value = value;
    }

    private static double tokens(Found found) {
        return found.standing().one().tokens();
    }

    double of(FollowUp next) {
        return value.applyAsDouble(next);
    }
}
