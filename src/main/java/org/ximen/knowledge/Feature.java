package org.ximen.knowledge;

import java.util.regex.Pattern;
import org.ximen.knowledge.Pool.Standing;

/** What may speak for a passage; the learnt rankers name them. */
enum Feature {
    /** The words, against the best of the pool. */
    LEXICAL(s -> share(s.one().lexical(), s.pool().lexical())),
    LEXICAL_RANK(s -> Math.log1p(s.lexicalRank())),
    BODY_WORDS(s -> share(s.one().hit().words().bodyWords(), s.pool().bodyWords())),
    BODY_PAIRS(s -> share(s.one().hit().words().bodyPairs(), s.pool().bodyPairs())),
    TITLE_SHARE(s -> s.one().hit().words().titleWords() / s.pool().weight()),
    HEADING_SHARE(s -> s.one().hit().words().headingWords() / s.pool().weight()),
    HEADING_PAIRS(s -> s.one().hit().words().headingPairs() / s.pool().weight()),
    /** The meaning. */
    COSINE(s -> s.one().cosine()),
    COSINE_GAP(s -> s.one().cosine() - s.pool().cosine()),
    COSINE_RANK(s -> Math.log1p(s.cosineRank())),
    TOKENS(s -> s.one().tokens()),
    TOKENS_GAP(s -> s.one().tokens() - s.pool().tokens()),
    TOKENS_RANK(s -> Math.log1p(s.tokensRank())),
    /** First the document, then the article in it. */
    DOCUMENT_COSINE(s -> s.document().cosine() - s.pool().cosine()),
    DOCUMENT_COSINES(s -> s.document().near()),
    DOCUMENT_LEXICAL(s -> share(s.document().lexical(), s.pool().lexical())),
    DOCUMENT_COVERAGE(s -> s.pool().coverage(s.document())),
    DOCUMENT_TOKENS(s -> s.document().tokens() - s.pool().tokens()),
    WITHIN_TOKENS(s -> s.one().tokens() - s.document().tokens()),
    WITHIN_COSINE(s -> s.one().cosine() - s.document().cosine()),
    WITHIN_LEXICAL(s -> share(s.one().lexical(), s.document().lexical())),
    /** The text and the kind of fact that is asked for. */
    LENGTH(s -> Math.log1p(s.one().text().length())),
    COVERAGE(s -> s.pool().asking().coverage(s.one())),
    FACT(Feature::fact),
    LOCAL(s -> s.one().reading().local() ? 1 : 0),
    FACT_COVERAGE(s -> s.pool().asking().sentence(s.one())),
    NUMBER_MATCH(s -> agree(s.pool().asksNumber(), s, Texts.NUMBER)),
    PENAL_MATCH(s -> agree(s.pool().asksPenalty(), s, Texts.PENALTY)),
    /** The question: on some kinds the words tell more, on others the meaning. */
    QUESTION_LENGTH(s -> s.pool().asking().text().length()),
    COLLOQUIAL(s -> s.pool().colloquial()),
    BEST_LEXICAL(s -> s.pool().lexical() / s.pool().weight()),
    LEXICAL_MARGIN(s -> share(s.pool().lexicalMargin(), s.pool().lexical())),
    COSINE_MARGIN(s -> s.pool().cosineMargin());

    private interface Value {
        double of(Standing standing);
    }

    // An enum's own statics are not there yet when its values are made.
    private static final class Texts {
        static final Pattern ASKS_NUMBER = Pattern.compile(FactPatterns.any("number.asks"));
        static final Sighting NUMBER = new Sighting(FactPatterns.any("number.tells"));
        static final Pattern ASKS_PENALTY = Pattern.compile(FactPatterns.any("penalty.asks"));
        static final Sighting PENALTY = new Sighting(FactPatterns.any("penalty.tells"));
        static final Pattern COLLOQUIAL = Pattern.compile(FactPatterns.any("colloquial"));
    }

    private final Value value;

    Feature(Value value) {
        this.value = value;
    }

    double of(Standing standing) {
        return value.of(standing);
    }

    private static double share(double part, double whole) {
        return whole <= 0 ? 0 : part / whole;
    }

    static boolean asksNumber(Asking asking) {
        return Texts.ASKS_NUMBER.matcher(asking.written()).find();
    }

    static boolean asksPenalty(Asking asking) {
        return Texts.ASKS_PENALTY.matcher(asking.written()).find();
    }

    static long colloquial(Asking asking) {
        return Texts.COLLOQUIAL.matcher(asking.text()).results().count();
    }

    /** 1 if the passage has what the question asks for, -1 if not, 0 if it does not ask. */
    private static double agree(boolean asks, Standing standing, Sighting answer) {
        return asks ? answer.in(standing.one().text()) ? 1 : -1 : 0;
    }

    private static double fact(Standing standing) {
        var kinds = standing.pool().asking().kinds();
        if (kinds.isEmpty()) {
            return 0;
        }
        return standing.one().reading().answers(kinds) ? 1 : -1;
    }
}
