package org.ximen.knowledge;

import java.util.function.ToDoubleFunction;

/** What may tell whether a passage that was found answers; the learnt {@link Gate} names them. */
enum AnswerFeature {
    /** What the ranker made of it. */
    SCORE(Found::score),
    SCORE_GAP(found -> found.score() - found.best()),
    BODY_PAIRS(Feature.BODY_PAIRS),
    HEADING_PAIRS(Feature.HEADING_PAIRS),
    COSINE(Feature.COSINE),
    COSINE_GAP(Feature.COSINE_GAP),
    TOKENS(Feature.TOKENS),
    TOKENS_GAP(Feature.TOKENS_GAP),
    WITHIN_COSINE(Feature.WITHIN_COSINE),
    COVERAGE(Feature.COVERAGE),
    DOCUMENT_COVERAGE(Feature.DOCUMENT_COVERAGE),
    COSINE_MARGIN(Feature.COSINE_MARGIN),
    /** Whether the thing asked about is spoken of: the tokens and words that tell most. */
    MISSING_1(found -> found.agreement().missing(1)),
    MISSING_2(found -> found.agreement().missing(2)),
    MISSING_3(found -> found.agreement().missing(3)),
    MISSING_4(found -> found.agreement().missing(4)),
    LEAST(found -> found.agreement().least()),
    MEAN(found -> found.agreement().mean()),
    TOKEN_COUNT(found -> found.agreement().tokens()),
    UNCOVERED(found -> found.agreement().uncovered()),
    KNOWN_UNCOVERED(found -> found.agreement().allUncovered()),
    COVERED(found -> found.agreement().covered()),
    HEAD_COVERED(found -> found.agreement().coveredByHead()),
    HEAD_COVERAGE(found -> found.agreement().headCoverage()),
    /** Under a heading in words a passage that answers agrees more than under a mere number. */
    TITLED(found -> found.passage().isTitled() ? 1 : 0),
    /** A heading that is a question may be the very one that is asked. */
    HEADING_COSINE(Found::heading),
    /** How near the nearest question is that people are known to ask here, and against others. */
    QUESTION(Found::question),
    QUESTION_GAP(found -> found.question() - found.standing().pool().question()),
    QUESTION_WITHIN(found -> found.question() - found.standing().document().question()),
    /** Whether nothing is known of what people ask here. */
    UNASKED(found -> found.question() == 0 ? 1 : 0),
    SAME_HEADING(found -> new Same(found.asked().text()).asked(found.passage())),
    /** Whether the passage has the kinds of fact that are asked for: 1, -1 if not, 0 if none is. */
    FACT(Feature.FACT),
    /** Whether another place, document or certificate is asked about. */
    ELSEWHERE(found -> found.isElsewhere() ? 1 : 0),
    UNHEARD_OF(found -> found.agreement().unheardOf() ? 1 : 0);

    private final ToDoubleFunction<Found> value;

    AnswerFeature(ToDoubleFunction<Found> value) {
        this.value = value;
    }

    AnswerFeature(Feature feature) {
        this(found -> feature.of(found.standing()));
    }

    double of(Found found) {
        return value.applyAsDouble(found);
    }
}
