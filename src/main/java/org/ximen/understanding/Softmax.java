package org.ximen.understanding;

/** Scores as probabilities. */
final class Softmax {
    private Softmax() {}

    /** Probabilities in place of the scores of the first classes; what lies behind them is 0. */
    static void apply(float[] scores, int classes) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            most = Math.max(most, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            scores[i] = (float) Math.exp(scores[i] - most);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i < classes ? (float) (scores[i] / sum) : 0;
        }
    }

    /**
     * The probabilities of scores.
     *
     * @param temperature by which they are divided first: above 1 makes less sure (Guo et al., On
     *     Calibration of Modern Neural Networks, 2017)
     */
    static double[] of(double[] scores, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        var probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp((scores[i] - most) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** The logarithm of the odds of a probability, kept finite. */
    static double logit(double probability) {
        double safe = Math.clamp(probability, 1e-6, 1 - 1e-6);
        return Math.log(safe / (1 - safe));
    }
}
