package org.ximen.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How far a share may be off by chance: the bootstrap of Efron (1979). */
final class Bootstrap {
    private static final int DRAWS = 1_000;
    private static final int SEED = 7;

    private Bootstrap() {}

    /** The share of those that hit, and between which values 95 of 100 such samples lie. */
    static String interval(List<Boolean> hits) {
        if (hits.isEmpty()) {
            return "NaN";
        }
        var random = new Random(SEED);
        var shares = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int hit = 0;
            for (int j = 0; j < hits.size(); j++) {
                hit += hits.get(random.nextInt(hits.size())) ? 1 : 0;
            }
            shares[i] = (double) hit / hits.size();
        }
        Arrays.sort(shares);
        double share = hits.stream().filter(hit -> hit).count() / (double) hits.size();
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f] n=%d",
                share,
                shares[DRAWS * 25 / 1000],
                shares[DRAWS * 975 / 1000],
                hits.size());
    }
}
