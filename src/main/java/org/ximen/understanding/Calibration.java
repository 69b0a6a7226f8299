package org.ximen.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What makes scores probabilities and probabilities decisions; chosen on texts of authors that the
 * models had not seen.
 *
 * @param acts temperature of the acts
 * @param categories temperature of the categories
 * @param always of the logistic that tells whether somebody is in danger now
 * @param byLevel what it makes of the log-odds of the level {@code NOW}
 * @param byHelp what it makes of the log-odds of the act {@code HELP}
 * @param now from which probability on advice goes first
 * @param soft from which probability on one soft line does
 */
record Calibration(
        double acts,
        double categories,
        double always,
        double byLevel,
        double byHelp,
        double now,
        double soft) {
    /** Before anything was measured. */
    static final Calibration NONE = new Calibration(1, 1, 0, .5, .5, .5, .1);

    /** Probability that somebody is in danger now. */
    double danger(double level, double help) {
        double score = always + byLevel * Softmax.logit(level) + byHelp * Softmax.logit(help);
        return 1 / (1 + Math.exp(-score));
    }

    void write(DataOutput out) throws IOException {
        for (double each : new double[] {acts, categories, always, byLevel, byHelp, now, soft}) {
            out.writeDouble(each);
        }
    }

    static Calibration read(DataInput in) throws IOException {
        return new Calibration(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }
}
