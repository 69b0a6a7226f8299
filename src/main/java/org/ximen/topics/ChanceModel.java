package org.ximen.topics;

import java.util.List;
import org.ximen.topics.SpotClusters.Cluster;
import org.ximen.topics.SpotClusters.Located;

/**
 * Whether a cluster is more than chance: an estate of which much is reported has three cases of a
 * common category now and then, and nothing comes back there. How many of a category a spot would
 * have by chance follows from how common the category is elsewhere and how much else is reported at
 * the spot; the count is taken as Poisson's.
 */
final class ChanceModel {
    // One chance cluster in fifty spots is borne: our own bound.
    private static final double RARE = 0.02;

    private final List<Located> all;

    /**
     * @param all the reports of all categories
     */
    ChanceModel(List<Located> all) {
        this.all = List.copyOf(all);
    }

    boolean explains(Cluster cluster, String category) {
        int cases = cluster.recurrence().cases();
        long alike = all.stream().filter(each -> each.is(category)).count();
        long others =
                all.stream()
                        .filter(each -> !each.is(category))
                        .filter(each -> cluster.middle().near(each.spot()))
                        .count();
        long elsewhere = Math.max(0, alike - cluster.reports().size());
        double rest = Math.max(1, all.size() - cluster.reports().size());
        return atLeast(cases, elsewhere * others / rest) > RARE;
    }

    /** The probability of so many or more where so many are expected. */
    static double atLeast(int count, double expected) {
        double term = Math.exp(-expected);
        double below = 0;
        for (int i = 0; i < count; i++) {
            below += term;
            term *= expected / (i + 1);
        }
        return 1 - below;
    }
}
