package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The port to an index of passages. Changes are seen and kept from {@link #publish} on. */
public interface Retriever {
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
     * @param areas codes or names of areas; empty means everywhere
     * @param most how many hits at most
     */
    record Search(
            String text,
            float @Nullable [] vector,
            Audience audience,
            Set<String> areas,
            LocalDate day,
            Scope scope,
            Mode mode,
            int most) {
        public Search {
            areas = Set.copyOf(areas);
        }
    }

    /**
     * A passage found.
     *
     * @param score 0 to 1, comparable only within one search
     * @param lexical the BM25 score, 0 where no word matched
     * @param cosine of question and passage; absent where the passage has no vector yet
     */
    record Hit(
            String passage, String article, double score, double lexical, OptionalDouble cosine) {}

    /** A content word of a text and how much it tells (its inverse document frequency). */
    record Word(String text, double weight) {}

    /**
     * Replaces everything held of the article.
     *
     * @param fingerprint given back by {@link #held}
     */
    void put(Article article, String fingerprint, List<Passage> passages);

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

    /** The best passages, best first. */
    List<Hit> search(Search search);

    /** The content words of a text; a word the index has never seen weighs most. */
    List<Word> words(String text);
}
