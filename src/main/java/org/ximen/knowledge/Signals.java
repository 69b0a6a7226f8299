package org.ximen.knowledge;

import java.util.Optional;
import org.ximen.knowledge.Retriever.Nearness;

/**
 * What speaks for and against a passage as the answer to a question.
 *
 * @param nearness of meaning, where it is known
 * @param coverage share of the question's content words, by weight, that the passage holds
 * @param score the ranker's
 * @param missing the question asks for a kind of fact that the passage does not hold
 * @param elsewhere the question is about another place, another document or another certificate
 * @param crowd how many passages of the same article are near the question: where one of them
 *     answers, it stands out; where many are about as near, the detail is often missing
 * @param colloquial how many marks of everyday talk the question has: put in the words of the
 *     files, a question is near to some passage even if none answers it
 */
record Signals(
        Optional<Nearness> nearness,
        double coverage,
        double score,
        boolean missing,
        boolean elsewhere,
        double crowd,
        double colloquial) {

    static Signals of(Found found) {
        var asked = found.asked();
        var standing = found.standing();
        var one = standing.one();
        var passage = found.passage();
        return new Signals(
                one.hit().nearness(),
                asked.coverage(one),
                found.score(),
                !one.reading().answers(asked.kinds()),
                Elsewhere.asks(asked.text(), passage)
                        || Elsewhere.namesOther(asked.text(), passage)
                        || Papers.asksForOther(
                                asked.text() + "\n" + asked.written(), one.reading()),
                Feature.DOCUMENT_COSINES.of(standing),
                Feature.COLLOQUIAL.of(standing));
    }
}
