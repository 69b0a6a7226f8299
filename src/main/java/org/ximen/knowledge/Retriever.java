package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.spelling.Wordbook;

/** The port to an index of passages. Changes are seen and kept from {@link #publish} on. */
public interface Retriever extends Wordbook {
    /** Which stages rank; two of the three exist to measure what each brings. */
    enum Mode {
        BM25,
        VECTOR,
        HYBRID
    }

    /** Which articles may be found, by their validity on the asked day. */
    enum Scope {
        CURRENT,
        LAPSED
    }

    /**
     * What to look for.
     *
     * @param meaning the question's; absent while there is no model
     * @param within ids of the articles that are looked at; empty for all
     */
    record Search(
            String text,
            @Nullable Meaning meaning,
            Asker asker,
            LocalDate day,
            Set<String> within,
            Scope scope,
            Mode mode) {}

    /**
     * A passage found.
     *
     * @param words how well its words match
     * @param nearness of meaning; absent where the model has not read the passage yet
     */
    record Hit(String passage, String article, Match words, Optional<Nearness> nearness) {}

    /**
     * How near a passage is to the question in meaning, each -1 to 1.
     *
     * @param cosine of the two as wholes
     * @param tokens mean over the question's tokens, by how much each tells, of the cosine with the
     *     nearest token of the passage
     * @param each that cosine of each of the question's tokens
     * @param question cosine with the nearest question that the passage is known to answer; 0 where
     *     none is known
     */
    record Nearness(double cosine, double tokens, float[] each, double question) {}

    /**
     * BM25 scores by text (title, headings, body), each once by dictionary words and once by pairs
     * of characters; 0 where nothing matches.
     */
    record Match(
            double titleWords,
            double titlePairs,
            double headingWords,
            double headingPairs,
            double bodyWords,
            double bodyPairs) {}

    /** A content word of a text and how much it tells (its inverse document frequency). */
    record Word(String text, double weight) {}

    /**
     * The street's own words, made comparable: they count as words, whatever a general dictionary
     * makes of them. What was put before keeps the words of its time.
     */
    void dictionary(Collection<String> words);

    /**
     * Replaces everything held of the article.
     *
     * @param fingerprint given back by {@link #held}
     * @param meanings by {@link Passage#hash}, as far as they are known
     */
    void put(
            Article article,
            String fingerprint,
            List<Passage> passages,
            Map<String, Meaning> meanings);

    /** Adds the meaning of a passage that {@link #put} has added. */
    void meaning(Article article, String fingerprint, Passage passage, Meaning meaning);

    /** Forgets an article. */
    void remove(String article);

    /** Fingerprint by article id, as last published. */
    Map<String, String> held();

    /**
     * Ids of passages without a meaning, at most so many; of those that lack questions only then.
     */
    List<String> lacking(int most);

    /** How many passages are published. */
    long size();

    /** How many of them have a meaning. */
    long meanings();

    /** Makes the changes so far durable and visible. */
    void publish();

    /** The passages that come into question, in no particular order. */
    List<Hit> search(Search search);

    /**
     * An index of English passages, which finds nothing by default.
     *
     * @param alike groups of words that mean the same
     */
    default EnglishIndex english(
            Collection<EnglishIndex.Text> texts, Collection<List<String>> alike) {
        return EnglishIndex.EMPTY;
    }

    /** The content words of a text; a word the index has never seen weighs most. */
    List<Word> words(String text);

    /** How much a word tells that no passage has; more than 0. */
    double unseen();

    /** How much each token of a question tells; a token the index has never seen most. */
    double[] weights(Tokens tokens);
}
