package org.ximen.knowledge;

import java.util.List;
import org.ximen.knowledge.Retriever.Hit;
import org.ximen.knowledge.Retriever.Word;
import org.ximen.text.Plain;

/**
 * A passage that comes into question.
 *
 * @param text its words, made comparable
 * @param head its title and headings, made comparable
 */
record Candidate(Article article, Passage passage, Hit hit, String head, String text) {

    static Candidate of(Article article, Passage passage, Hit hit) {
        return new Candidate(
                article,
                passage,
                hit,
                Plain.comparable(passage.title() + " " + passage.heading()),
                Plain.comparable(passage.text()));
    }

    /** The weights with which plain full-text search adds up the texts. */
    double lexical() {
        var words = hit.words();
        return words.titleWords()
                + words.titlePairs()
                + 0.3 * (words.headingWords() + words.headingPairs())
                + words.bodyWords()
                + words.bodyPairs();
    }

    /** Nearness of meaning; 0 where it is not known. */
    double cosine() {
        return hit.cosine().orElse(0);
    }

    /** Which of the words are in it. */
    boolean[] holds(List<Word> words) {
        var holds = new boolean[words.size()];
        for (int i = 0; i < holds.length; i++) {
            var word = words.get(i).text();
            holds[i] = text.contains(word) || head.contains(word);
        }
        return holds;
    }

    /** Share of the words' weight that is in it, 0 to 1. */
    static double coverage(List<Word> words, String... texts) {
        double all = 0;
        double held = 0;
        for (var word : words) {
            all += word.weight();
            for (var text : texts) {
                if (text.contains(word.text())) {
                    held += word.weight();
                    break;
                }
            }
        }
        return all == 0 ? 0 : held / all;
    }
}
