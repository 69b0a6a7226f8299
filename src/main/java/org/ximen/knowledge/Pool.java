package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The passages found for one question, and how they stand to each other. */
final class Pool {
    /** As many as these at the head of a list count as near the top. */
    static final int TOP = 20;

    private final Asking asking;
    private final List<Candidate> candidates;
    private final double lexical;
    private final double cosine;
    private final double tokens;
    private final double question;
    private final double bodyWords;
    private final double bodyPairs;
    private final int[] byWords;
    private final int[] byMeaning;
    private final int[] byTokens;
    private final double lexicalMargin;
    private final double cosineMargin;
    private final double weight;
    private final boolean asksNumber;
    private final boolean asksPenalty;
    private final long colloquial;
    private final List<Standing> standings;

    /**
     * One of them.
     *
     * @param lexicalRank counted from 0 by words
     * @param cosineRank counted from 0 by meaning
     * @param tokensRank counted from 0 by the meaning of its tokens
     */
    record Standing(
            Pool pool,
            Candidate one,
            Document document,
            int lexicalRank,
            int cosineRank,
            int tokensRank) {}

    /** The candidates of one article together. */
    static final class Document {
        private final boolean[] held;
        private double lexical;
        private double cosine;
        private double tokens;
        private double question;
        private int near;

        private Document(int words) {
            held = new boolean[words];
        }

        private void add(Candidate one, boolean[] words, boolean top) {
            lexical = Math.max(lexical, one.lexical());
            cosine = Math.max(cosine, one.cosine());
            tokens = Math.max(tokens, one.tokens());
            question = Math.max(question, one.question());
            near += top ? 1 : 0;
            for (int i = 0; i < held.length; i++) {
                held[i] |= words[i];
            }
        }

        /** The best BM25 score among them. */
        double lexical() {
            return lexical;
        }

        double cosine() {
            return cosine;
        }

        double tokens() {
            return tokens;
        }

        /** The nearest question that one of them is known to answer. */
        double question() {
            return question;
        }

        /** How many of them are near the top by meaning. */
        int near() {
            return near;
        }
    }

    Pool(Asking asking, Collection<Candidate> candidates) {
        this.asking = asking;
        this.candidates = List.copyOf(candidates);
        this.lexical = best(Candidate::lexical);
        this.cosine = best(Candidate::cosine);
        this.tokens = best(Candidate::tokens);
        this.question = best(Candidate::question);
        this.bodyWords = best(one -> one.hit().words().bodyWords());
        this.bodyPairs = best(one -> one.hit().words().bodyPairs());
        this.byWords = order(Candidate::lexical);
        this.byMeaning = order(Candidate::cosine);
        this.byTokens = order(Candidate::tokens);
        this.lexicalMargin = margin(byWords, Candidate::lexical);
        this.cosineMargin = margin(byMeaning, Candidate::cosine);
        this.weight = Math.max(1, asking.weight());
        this.asksNumber = Feature.asksNumber(asking);
        this.asksPenalty = Feature.asksPenalty(asking);
        this.colloquial = Feature.colloquial(asking);
        this.standings = stand();
    }

    private double best(ToDoubleFunction<Candidate> value) {
        return candidates.stream().mapToDouble(value).max().orElse(0);
    }

    Asking asking() {
        return asking;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** All of them, in the order of {@link #candidates}. */
    List<Standing> standings() {
        return standings;
    }

    private List<Standing> stand() {
        var wordRanks = ranks(byWords);
        var meaningRanks = ranks(byMeaning);
        var tokenRanks = ranks(byTokens);
        Map<String, Document> documents = new HashMap<>();
        var standings = new ArrayList<Standing>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            var one = candidates.get(i);
            var document =
                    documents.computeIfAbsent(
                            one.article().id(), id -> new Document(asking.words().size()));
            document.add(one, one.words(), meaningRanks[i] < TOP);
            standings.add(
                    new Standing(
                            this, one, document, wordRanks[i], meaningRanks[i], tokenRanks[i]));
        }
        return standings;
    }

    private static int[] ranks(int[] order) {
        var ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    private int[] order(ToDoubleFunction<Candidate> value) {
        var values = candidates.stream().mapToDouble(value).toArray();
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether the nearness of meaning is known of all of them. */
    boolean complete() {
        return candidates.stream().allMatch(one -> one.hit().nearness().isPresent());
    }

    double lexical() {
        return lexical;
    }

    double cosine() {
        return cosine;
    }

    double tokens() {
        return tokens;
    }

    double question() {
        return question;
    }

    double bodyWords() {
        return bodyWords;
    }

    double bodyPairs() {
        return bodyPairs;
    }

    /** How far the best stands above what is no longer near the top. */
    double lexicalMargin() {
        return lexicalMargin;
    }

    double cosineMargin() {
        return cosineMargin;
    }

    /** How much the question's words tell together, at least 1. */
    double weight() {
        return weight;
    }

    /** Whether the question asks for a number. */
    boolean asksNumber() {
        return asksNumber;
    }

    /** Whether it asks what a wrong costs. */
    boolean asksPenalty() {
        return asksPenalty;
    }

    /** How many of its words people only say. */
    long colloquial() {
        return colloquial;
    }

    private double margin(int[] order, ToDoubleFunction<Candidate> value) {
        if (order.length == 0) {
            return 0;
        }
        int last = order[Math.min(order.length - 1, TOP)];
        return value.applyAsDouble(candidates.get(order[0]))
                - value.applyAsDouble(candidates.get(last));
    }

    /**
     * Share of the question's words, by weight, that the candidates of a document hold together.
     */
    double coverage(Document document) {
        double held = 0;
        for (int i = 0; i < document.held.length; i++) {
            held += document.held[i] ? asking.words().get(i).weight() : 0;
        }
        return held / weight;
    }
}
