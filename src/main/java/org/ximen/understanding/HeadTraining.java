package org.ximen.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/**
 * Learns a softmax by stochastic gradient descent with AdaGrad steps (Duchi, Hazan and Singer,
 * 2011). Where a label is coarse the loss is -log of the sum over the classes that it stands for.
 * What belongs to the vector is gathered over some examples before a step is taken, because roots
 * are dear. The weights after the last rounds are averaged (Polyak and Juditsky, 1992), so that no
 * single one decides. The same lessons always give the same weights.
 */
final class HeadTraining {
    private static final int MIN_COUNT = 2;
    private static final int GATHERED = 32;
    private static final int SEED = 7;
    private static final float DECAY = 1e-5f;
    private static final float SETTLED = 1e-3f;
    private static final int AVERAGED = 5;
    // Whole vector registers of 8 floats, so that the inner loops run in them.
    private static final int LANE = 8;

    private final List<Lesson> lessons;
    private final Recipe recipe;
    private final Pause pause;
    private final int classes;
    private final int width;
    private final GramTable grams;
    private final Shape shape;
    private final float[] weights;
    private final float[] squares;
    private final float[] gathered;
    private final float[] averages;
    private final EnumSet<DialogueState> crossed = EnumSet.noneOf(DialogueState.class);
    private final float[] probabilities;
    private final float[] slope;
    private boolean encoded;

    /** Called between two steps, so that training can leave the processor to others. */
    interface Pause {
        void rest();
    }

    private HeadTraining(List<Lesson> lessons, int classes, Recipe recipe, Pause pause) {
        this.lessons = lessons;
        this.recipe = recipe;
        this.pause = pause;
        this.classes = classes;
        this.width = Math.ceilDiv(classes, LANE) * LANE;
        this.grams =
                GramTable.of(lessons.stream().map(l -> l.signal().grams()).toList(), MIN_COUNT);
        int dimension = lessons.getFirst().signal().vector().length;
        this.shape = new Shape(grams.size(), dimension, recipe.stated());
        this.weights = new float[shape.rows() * width];
        this.squares = new float[weights.length];
        this.averages = new float[weights.length];
        this.gathered = new float[weights.length - shape.vector() * width];
        this.probabilities = new float[width];
        this.slope = new float[width];
    }

    /**
     * Learns a head.
     *
     * @param lessons at least one
     */
    static SoftmaxHead learn(List<Lesson> lessons, int classes, Recipe recipe, Pause pause) {
        return new HeadTraining(lessons, classes, recipe, pause).learn();
    }

    private SoftmaxHead learn() {
        var rows =
                lessons.stream().map(l -> grams.row(l.signal().grams(), recipe.grams())).toList();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < lessons.size(); i++) {
            order.add(i);
        }
        var weight = counted();
        var random = new Random(SEED);
        for (int round = 0; round < recipe.rounds(); round++) {
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size(); i++) {
                int lesson = order.get(i);
                boolean blind = random.nextDouble() < recipe.blind();
                study(lessons.get(lesson), rows.get(lesson), weight[lesson], blind);
                if (i % GATHERED == GATHERED - 1 || i == order.size() - 1) {
                    step();
                    pause.rest();
                }
            }
            if (round >= recipe.rounds() - AVERAGED) {
                average();
            }
        }
        return SoftmaxHead.rounded(grams, shape, recipe, new float[classes], narrow());
    }

    /** Rare classes count more, by the recipe's balance. */
    private double[] counted() {
        var counts = new double[classes];
        double all = 0;
        for (var lesson : lessons) {
            if (lesson.isExact()) {
                counts[lesson.only()]++;
                all++;
            }
        }
        var weight = new double[lessons.size()];
        for (int i = 0; i < weight.length; i++) {
            var lesson = lessons.get(i);
            weight[i] = lesson.weight();
            if (lesson.isExact()) {
                double share = all / (classes * counts[lesson.only()]);
                weight[i] *= Math.pow(share, recipe.balance());
            }
        }
        return weight;
    }

    private void study(Lesson lesson, SparseRow row, double weight, boolean blind) {
        var signal = blind ? lesson.signal().blind() : lesson.signal();
        predict(signal, row);
        if (slope(lesson, (float) weight) < SETTLED) {
            return;
        }
        for (int i = 0; i < row.rows().length; i++) {
            adapt(row.rows()[i], row.values()[i]);
        }
        adapt(shape.always(), 1);
        gather(shape.vector(), signal.vector(), 1);
        if (shape.stated()) {
            adapt(shape.state(signal.state()), (float) recipe.state());
        }
        if (shape.crosses(signal.state())) {
            gather(shape.vectorIn(signal.state()), signal.vector(), (float) recipe.cross());
            crossed.add(signal.state());
        }
    }

    private void predict(Signal signal, SparseRow row) {
        Arrays.fill(probabilities, 0);
        for (int i = 0; i < row.rows().length; i++) {
            add(row.rows()[i], row.values()[i]);
        }
        add(shape.always(), 1);
        add(shape.vector(), signal.vector(), 1);
        if (shape.stated()) {
            add(shape.state(signal.state()), (float) recipe.state());
        }
        if (shape.crosses(signal.state())) {
            add(shape.vectorIn(signal.state()), signal.vector(), (float) recipe.cross());
        }
        Softmax.apply(probabilities, classes);
    }

    /** Zeros, of which a vector is made where there is no encoder, add nothing. */
    private void add(int first, float[] vector, float times) {
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] != 0) {
                add(first + i, times * vector[i]);
            }
        }
    }

    private void add(int row, float value) {
        int at = row * width;
        for (int i = 0; i < width; i++) {
            probabilities[i] += value * weights[at + i];
        }
    }

    /** The gradient of the loss by the scores; returns its largest part. */
    private float slope(Lesson lesson, float weight) {
        float meant = 1e-6f;
        for (int i = 0; i < classes; i++) {
            meant += lesson.allows(i) ? probabilities[i] : 0;
        }
        float most = 0;
        for (int i = 0; i < classes; i++) {
            float target = lesson.allows(i) ? probabilities[i] / meant : 0;
            slope[i] = (probabilities[i] - target) * weight;
            most = Math.max(most, Math.abs(slope[i]));
        }
        return most;
    }

    private void gather(int first, float[] vector, float times) {
        int at = (first - shape.vector()) * width;
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] != 0) {
                gather(at + i * width, times * vector[i]);
            }
        }
    }

    private void gather(int at, float value) {
        encoded = true;
        for (int i = 0; i < width; i++) {
            gathered[at + i] += value * slope[i];
        }
    }

    private void adapt(int row, float value) {
        int at = row * width;
        float rate = (float) recipe.rate();
        for (int i = at; i < at + width; i++) {
            float gradient = value * slope[i - at] + DECAY * weights[i];
            squares[i] += gradient * gradient;
            weights[i] -= rate * gradient / ((float) Math.sqrt(squares[i]) + 1e-6f);
        }
    }

    private void step() {
        if (!encoded) {
            return; // weights of zeros stay zero
        }
        step(shape.vector());
        for (var state : crossed) {
            step(shape.vectorIn(state));
        }
        crossed.clear();
    }

    private void step(int first) {
        int from = first * width;
        int shift = shape.vector() * width;
        float rate = (float) recipe.rate();
        for (int i = from; i < from + shape.dimension() * width; i++) {
            float gradient = gathered[i - shift] + DECAY * weights[i];
            squares[i] += gradient * gradient;
            weights[i] -= rate * gradient / ((float) Math.sqrt(squares[i]) + 1e-6f);
            gathered[i - shift] = 0;
        }
    }

    /** Takes the weights after this round into those that are kept. */
    private void average() {
        float share = 1f / Math.min(AVERAGED, recipe.rounds());
        for (int i = 0; i < weights.length; i++) {
            averages[i] += share * weights[i];
        }
    }

    /** The averages without the columns that only fill the registers. */
    private float[] narrow() {
        var narrow = new float[shape.rows() * classes];
        for (int row = 0; row < shape.rows(); row++) {
            System.arraycopy(averages, row * width, narrow, row * classes, classes);
        }
        return narrow;
    }
}
