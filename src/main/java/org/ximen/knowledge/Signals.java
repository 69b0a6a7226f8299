package org.ximen.knowledge;

import java.util.List;
import java.util.OptionalDouble;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.text.Plain;

/**
 * What speaks for and against a passage as the answer to a question.
 *
 * @param cosine nearness of meaning, where it is known
 * @param coverage share of the question's content words, by weight, that the passage holds
 * @param missing the question asks for a kind of fact that the passage does not hold
 * @param elsewhere the question is about another place or another document
 */
record Signals(OptionalDouble cosine, double coverage, boolean missing, boolean elsewhere) {

    static Signals of(String question, List<Word> words, Passage passage, OptionalDouble cosine) {
        return new Signals(
                cosine,
                coverage(words, Plain.comparable(passage.meaning())),
                Asked.of(question).stream().anyMatch(kind -> !kind.answeredBy(passage.text())),
                Elsewhere.asks(question, passage) || Elsewhere.namesOther(question, passage));
    }

    /** Share of the words' weight that a text holds, 0 to 1. */
    static double coverage(List<Word> words, String text) {
        double all = words.stream().mapToDouble(Word::weight).sum();
        double held =
                words.stream()
                        .filter(word -> text.contains(word.text()))
                        .mapToDouble(Word::weight)
                        .sum();
        return all == 0 ? 0 : held / all;
    }
}
