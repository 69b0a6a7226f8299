package org.ximen.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ximen.understanding.DangerReading.Level;

/** Chooses a {@link Calibration} by what models make of texts whose authors they had not seen. */
final class CalibrationFit {
    // Advice first where nobody is in danger and nothing may hurt.
    private static final double FALSE_ALARMS = 0.03;
    // Advice or a soft line where somebody is in danger.
    private static final double SOFT_RECALL = 0.98;

    private final List<Scored> acts = new ArrayList<>();
    private final List<Scored> categories = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();

    private record Scored(double[] scores, int right) {}

    private record Alarm(Signal signal, ReadingModel model, Level truth, double level) {}

    /** Adds what a model makes of texts that it had not seen. */
    void add(ReadingModel model, Example example, Signal signal) {
        acts.add(new Scored(model.acts().head().scores(signal), example.act().ordinal()));
        int category = model.categories().names().indexOf(String.valueOf(example.category()));
        if (category >= 0) {
            categories.add(new Scored(model.categories().head().scores(signal), category));
        }
        double now =
                model.levels().probabilities(signal, 1)[ReadingModel.LEVELS.indexOf(Level.NOW)];
        alarms.add(new Alarm(signal, model, example.level(), now));
    }

    Calibration best() {
        double byActs = temperature(acts);
        double byCategories = temperature(categories);
        var rows = alarms.stream().map(alarm -> row(alarm, byActs)).toList();
        var weights = logistic(rows);
        var plain = new Calibration(byActs, byCategories, weights[0], weights[1], weights[2], 1, 1);
        var scored =
                rows.stream()
                        .map(r -> new double[] {plain.danger(sigmoid(r[1]), sigmoid(r[2])), r[3]})
                        .sorted(Comparator.comparingDouble(r -> -r[0]))
                        .toList();
        return new Calibration(
                byActs,
                byCategories,
                weights[0],
                weights[1],
                weights[2],
                threshold(scored, 0, FALSE_ALARMS),
                threshold(scored, 1, SOFT_RECALL));
    }

    /** The threshold at which this share of those with the truth is passed. */
    private static double threshold(List<double[]> scored, double truth, double share) {
        long all = scored.stream().filter(row -> row[1] == truth).count();
        long passed = 0;
        for (var row : scored) {
            passed += row[1] == truth ? 1 : 0;
            if (passed >= share * all) {
                return row[0];
            }
        }
        throw new IllegalStateException("No threshold");
    }

    /** A constant, the two log-odds, and the truth: 1 now, 0 not, -1 a hazard, which is neither. */
    private static double[] row(Alarm alarm, double temperature) {
        var acts = alarm.model().acts().probabilities(alarm.signal(), temperature);
        double truth =
                switch (alarm.truth()) {
                    case NOW, SOFT -> 1;
                    case HAZARD -> -1;
                    case NONE, MENTIONED -> 0;
                };
        return new double[] {
            1, Softmax.logit(alarm.level()), Softmax.logit(acts[Act.HELP.ordinal()]), truth
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Logistic regression by Newton's steps over those that are now or not. */
    private static double[] logistic(List<double[]> rows) {
        var weights = new double[] {0, .5, .5};
        for (int round = 0; round < 25; round++) {
            var gradient = new double[3];
            var curve = new double[3][3];
            for (var row : rows) {
                if (row[3] >= 0) {
                    double p = sigmoid(dot(weights, row));
                    for (int i = 0; i < 3; i++) {
                        gradient[i] += (row[3] - p) * row[i];
                        for (int j = 0; j < 3; j++) {
                            curve[i][j] += p * (1 - p) * row[i] * row[j];
                        }
                    }
                }
            }
            var step = solve(curve, gradient);
            for (int i = 0; i < 3; i++) {
                weights[i] += step[i];
            }
        }
        return weights;
    }

    private static double dot(double[] weights, double[] row) {
        return weights[0] * row[0] + weights[1] * row[1] + weights[2] * row[2];
    }

    /** Gauss's elimination; the matrix is positive definite. */
    private static double[] solve(double[][] a, double[] b) {
        var m = new double[3][4];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(a[i], 0, m[i], 0, 3);
            m[i][i] += 1e-6;
            m[i][3] = b[i];
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double times = i == j ? 0 : m[j][i] / m[i][i];
                for (int k = i; k < 4; k++) {
                    m[j][k] -= times * m[i][k];
                }
            }
        }
        return new double[] {m[0][3] / m[0][0], m[1][3] / m[1][1], m[2][3] / m[2][2]};
    }

    /** The temperature of the least mean -log of the right class's probability. */
    private static double temperature(List<Scored> scored) {
        return least(
                t ->
                        scored.stream()
                                .mapToDouble(s -> -Math.log(Softmax.of(s.scores(), t)[s.right()]))
                                .sum(),
                0.5,
                2);
    }

    /** Golden section search. */
    private static double least(DoubleUnaryOperator loss, double from, double to) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = from;
        double high = to;
        while (high - low > 0.005) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (loss.applyAsDouble(left) < loss.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
