package org.ximen.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * What a batch is judged by: the right passage must be nearer than all others of the batch and one
 * hard negative a question, by the vectors of the texts (InfoNCE, van den Oord 2018) and by late
 * interaction of their tokens (Khattab and Zaharia, ColBERT, 2020); and no vector may go far from
 * what it was before.
 */
final class RetrievalLoss {
    private static final float TEMPERATURE = 0.03f;
    private static final float TOKEN_TEMPERATURE = 0.03f;
    private static final float ANCHOR = 0.5f;
    private static final float OUT = -1e4f;
    // So many passages are read at once: those of about one length.
    private static final int TOGETHER = 8;
    private static final float TINY = 1e-6f;

    private final Encoder encoder;
    private final Passages passages;
    private final TokenWeights weights;
    private final NDArray mean;
    private final Random random;
    // Plain numbers within a recorded expression are freed before the gradients are computed.
    private final NDArray sharper;
    private final NDArray tokenSharper;
    private final NDArray anchor;
    private final NDArray tiny;

    RetrievalLoss(
            NDManager manager,
            Encoder encoder,
            Passages passages,
            TokenWeights weights,
            float[] mean,
            Random random) {
        this.encoder = encoder;
        this.passages = passages;
        this.weights = weights;
        this.mean = manager.create(mean);
        this.random = random;
        this.sharper = manager.create(1 / TEMPERATURE);
        this.tokenSharper = manager.create(1 / TOKEN_TEMPERATURE);
        this.anchor = manager.create(ANCHOR / 2);
        this.tiny = manager.create(TINY);
    }

    /** Texts read together: their tokens, and the states of these. */
    private record Read(List<long[]> texts, NDArray states) {
        int size() {
            return texts.size();
        }

        int tokens() {
            return (int) states.getShape().get(1);
        }
    }

    /** The loss of a batch: one number that can be differentiated. */
    NDArray of(NDManager step, List<Pair> batch) {
        var pairs = new ArrayList<>(batch);
        pairs.sort(Comparator.comparingInt(pair -> pair.question().length));
        var chosen = chosen(pairs);
        var questions = read(step, pairs.stream().map(Pair::question).toList());
        var answers = readAll(step, chosen);
        var asked = vectors(questions);
        var found = NDArrays.concat(new NDList(answers.stream().map(this::vectors).toList()), 0);
        var wanted = wanted(step, pairs, chosen);
        var allowed = allowed(step, pairs, chosen);
        var near = asked.matMul(found.transpose()).mul(sharper).add(allowed);
        var tokens = interaction(step, questions, answers).mul(tokenSharper).add(allowed);
        var moved = moved(step, asked, pairs.stream().map(Pair::vector).toList());
        var movedToo =
                moved(step, found, chosen.stream().map(passages.vectors()::get).toList());
        return missed(near, wanted)
                .add(missed(tokens, wanted))
                .add(moved.add(movedToo).mul(anchor));
    }

    private List<Integer> chosen(List<Pair> pairs) {
        var chosen = new LinkedHashSet<Integer>();
        for (var pair : pairs) {
            chosen.add(pair.passage());
            chosen.add(pair.wrong()[random.nextInt(pair.wrong().length)]);
        }
        var sorted = new ArrayList<>(chosen);
        sorted.sort(Comparator.comparingInt(passage -> passages.tokens().get(passage).length));
        return Collections.unmodifiableList(sorted);
    }

    private Read read(NDManager step, List<long[]> texts) {
        return new Read(texts, encoder.read(step, texts));
    }

    private List<Read> readAll(NDManager step, List<Integer> chosen) {
        var reads = new ArrayList<Read>();
        for (int from = 0; from < chosen.size(); from += TOGETHER) {
            var part = chosen.subList(from, Math.min(chosen.size(), from + TOGETHER));
            reads.add(read(step, part.stream().map(passages.tokens()::get).toList()));
        }
        return reads;
    }

    /** The state of the mark before a text stands for all of it. */
    private NDArray vectors(Read read) {
        var first = read.states.get("..., 0, :").reshape(read.size(), Encoder.WIDTH);
        return first.div(first.mul(first).sum(new int[] {1}, true).sqrt());
    }

    /** As the product does: of each token what is its own, of length 1. */
    private NDArray own(Read read) {
        var flat = read.states.reshape((long) read.size() * read.tokens(), Encoder.WIDTH);
        return unit(unit(flat).sub(mean));
    }

    private NDArray unit(NDArray rows) {
        return rows.div(rows.mul(rows).sum(new int[] {1}, true).add(tiny).sqrt());
    }

    /** Of each question and passage the mean of the cosines of its tokens' nearest: (q, p). */
    private NDArray interaction(NDManager step, Read questions, List<Read> answers) {
        var asked = own(questions);
        var share = shares(step, questions);
        var parts = new NDList();
        for (var answer : answers) {
            var cosines =
                    asked.matMul(own(answer).transpose())
                            .reshape(
                                    (long) questions.size() * questions.tokens(),
                                    answer.size(),
                                    answer.tokens())
                            .add(silent(step, answer));
            var nearest = cosines.max(new int[] {2});
            parts.add(
                    nearest.mul(share)
                            .reshape(questions.size(), questions.tokens(), answer.size())
                            .sum(new int[] {1}));
        }
        return NDArrays.concat(parts, 1);
    }

    /** What each token of each question counts; of one question they sum up to 1. */
    private NDArray shares(NDManager step, Read questions) {
        var shares = new float[questions.size() * questions.tokens()];
        for (int i = 0; i < questions.size(); i++) {
            var ids = questions.texts.get(i);
            float all = TINY;
            for (long id : ids) {
                all += weights.of(id);
            }
            for (int at = 0; at < ids.length; at++) {
                shares[i * questions.tokens() + at] = weights.of(ids[at]) / all;
            }
        }
        return step.create(shares, new Shape(shares.length, 1));
    }

    /** Shuts out what tells nothing and what is beyond a text's end. */
    private NDArray silent(NDManager step, Read read) {
        var silent = new float[read.size() * read.tokens()];
        Arrays.fill(silent, -2);
        for (int i = 0; i < read.size(); i++) {
            var ids = read.texts.get(i);
            for (int at = 0; at < ids.length; at++) {
                if (weights.tells(ids[at])) {
                    silent[i * read.tokens() + at] = 0;
                }
            }
        }
        return step.create(silent, new Shape(1, read.size(), read.tokens()));
    }

    private static NDArray wanted(NDManager step, List<Pair> pairs, List<Integer> chosen) {
        var wanted = new float[pairs.size() * chosen.size()];
        for (int i = 0; i < pairs.size(); i++) {
            wanted[i * chosen.size() + chosen.indexOf(pairs.get(i).passage())] =
                    -1f / pairs.size();
        }
        return step.create(wanted, new Shape(pairs.size(), chosen.size()));
    }

    /** Another passage that answers a question, too, is no wrong one. */
    private static NDArray allowed(NDManager step, List<Pair> pairs, List<Integer> chosen) {
        var allowed = new float[pairs.size() * chosen.size()];
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = 0; j < chosen.size(); j++) {
                int passage = chosen.get(j);
                boolean other = passage != pairs.get(i).passage();
                if (other && pairs.get(i).right().contains(passage)) {
                    allowed[i * chosen.size() + j] = OUT;
                }
            }
        }
        return step.create(allowed, new Shape(pairs.size(), chosen.size()));
    }

    private static NDArray missed(NDArray scores, NDArray wanted) {
        return scores.logSoftmax(-1).mul(wanted).sum();
    }

    private static NDArray moved(NDManager step, NDArray vectors, List<float[]> before) {
        var numbers = new float[before.size() * Encoder.WIDTH];
        for (int i = 0; i < before.size(); i++) {
            System.arraycopy(before.get(i), 0, numbers, i * Encoder.WIDTH, Encoder.WIDTH);
        }
        var move = vectors.sub(step.create(numbers, vectors.getShape()));
        return move.mul(move).sum(new int[] {1}).mean();
    }
}
