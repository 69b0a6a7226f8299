package org.ximen.knowledge;

import java.util.List;
import org.ximen.knowledge.Retriever.Hit;
import org.ximen.knowledge.Retriever.Nearness;
import org.ximen.knowledge.Retriever.Word;

/**
 * A passage that comes into question.
 *
 * @param words which of the question's words are in it
 * @param spoken the same of the words as it was asked
 */
record Candidate(Article article, Hit hit, Reading reading, boolean[] words, boolean[] spoken) {

    static Candidate of(Asking asking, Article article, Hit hit, Reading reading) {
        var words = held(asking.words(), reading);
        return new Candidate(article, hit, reading, words, held(asking.spoken(), reading));
    }

    private static boolean[] held(List<Word> words, Reading reading) {
        var held = new boolean[words.size()];
        for (int i = 0; i < held.length; i++) {
            var word = words.get(i).text();
            held[i] = reading.text().contains(word) || reading.head().contains(word);
        }
        return held;
    }

    Passage passage() {
        return reading.passage();
    }

    /** How much those of the words tell that are in it and not in another. */
    double gain(List<Word> asked, Candidate other) {
        double gain = 0;
        for (int i = 0; i < words.length; i++) {
            gain += words[i] && !other.words[i] ? asked.get(i).weight() : 0;
        }
        return gain;
    }

    /** Its title and headings, made comparable. */
    String head() {
        return reading.head();
    }

    /** Its words, made comparable. */
    String text() {
        return reading.text();
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
        return hit.nearness().map(Nearness::cosine).orElse(0.0);
    }

    /** The same token by token; 0 where it is not known. */
    double tokens() {
        return hit.nearness().map(Nearness::tokens).orElse(0.0);
    }

    /** Nearness to a question that it is known to answer; 0 where none is known. */
    double question() {
        return hit.nearness().map(Nearness::question).orElse(0.0);
    }

    /** By sentence of its text: how much the words tell, of those held, that stand in it. */
    double[] sentences(List<Word> words, boolean[] held) {
        var weights = new double[reading.ends().length];
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                add(words.get(i), weights);
            }
        }
        return weights;
    }

    private void add(Word word, double[] weights) {
        var text = text();
        var ends = reading.ends();
        int sentence = 0;
        int at = text.indexOf(word.text());
        while (at >= 0) {
            while (ends[sentence] <= at) {
                sentence++;
            }
            boolean within = at + word.text().length() <= ends[sentence];
            weights[sentence] += within ? word.weight() : 0;
            at = text.indexOf(word.text(), within ? ends[sentence] : at + 1);
        }
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
