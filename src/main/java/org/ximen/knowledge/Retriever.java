package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
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
     * @param vector the question's meaning; absent while there is no model
     */
    record Search(
            String text,
            float @Nullable [] vector,
            Asker asker,
            LocalDate day,
            Scope scope,
            Mode mode) {}

    /**
     * A passage found.
     *
     * @param words how well its words match
     * @param cosine of question and passage; absent where the passage has no vector yet
     */
    record Hit(String passage, String article, Match words, OptionalDouble cosine) {}

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
     * @param vectors by {@link Passage#hash}, as far as they are known
     */
    void put(
            Article article,
            String fingerprint,
            List<Passage> passages,
            Map<String, float[]> vectors);

    /** Adds the vector of a passage that {@link #put} has added. */
    void vector(Article article, String fingerprint, Passage passage, float[] vector);

    /** Forgets an article. */
    void remove(String article);

    /** Fingerprint by article id, as last published. */
    Map<String, String> held();

    /** Ids of passages without a vector, at most so many. */
    List<String> lacking(int most);

    /** How many passages are published. */
    long size();

    /** How many of them have a vector. */
    long vectors();

    /** Makes the changes so far durable and visible. */
    void publish();

    /** The passages that come into question, in no particular order. */
    List<Hit> search(Search search);

    /** The content words of a text; a word the index has never seen weighs most. */
    List<Word> words(String text);
}
