package org.ximen.topics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ximen.cases.Occurrence;

/**
 * Reports of one category gathered by their spots: all of a cluster are near the one in its middle,
 * so that no chain of them runs along a road.
 */
final class SpotClusters {
    /** A report and where it is. */
    record Located(Occurrence report, CaseSpot spot) {
        boolean is(String category) {
            return report.category().equals(category);
        }
    }

    /** Reports around one. */
    record Cluster(CaseSpot middle, List<Occurrence> reports) {
        Recurrence recurrence() {
            return Recurrence.of(reports);
        }
    }

    private final List<Located> all;
    private final List<List<Integer>> near;
    private final Set<Integer> left = new HashSet<>();

    private SpotClusters(List<Located> all) {
        this.all = all.stream().filter(each -> each.spot().known()).toList();
        this.near = neighbours(this.all);
        for (int i = 0; i < this.all.size(); i++) {
            left.add(i);
        }
    }

    /** The clusters that tell of something that comes back; each report is in one at most. */
    static List<Cluster> of(List<Located> reports) {
        var clusters = new SpotClusters(reports);
        var found = new ArrayList<Cluster>();
        for (var next = clusters.take(); next.isPresent(); next = clusters.take()) {
            found.add(next.get());
        }
        return found;
    }

    private static List<List<Integer>> neighbours(List<Located> all) {
        var near = new ArrayList<List<Integer>>();
        for (var one : all) {
            var ofOne = new ArrayList<Integer>();
            for (int i = 0; i < all.size(); i++) {
                if (one.spot().near(all.get(i).spot())) {
                    ofOne.add(i);
                }
            }
            near.add(ofOne);
        }
        return near;
    }

    /** Takes the largest that is left. */
    private Optional<Cluster> take() {
        Cluster best = null;
        List<Integer> members = List.of();
        for (int i : left) {
            var around = near.get(i).stream().filter(left::contains).toList();
            if (around.size() >= Math.max(1, members.size() + 1)) {
                var cluster = cluster(i, around);
                if (cluster.recurrence().tells()) {
                    best = cluster;
                    members = around;
                }
            }
        }
        members.forEach(left::remove);
        return Optional.ofNullable(best);
    }

    private Cluster cluster(int middle, List<Integer> around) {
        return new Cluster(
                all.get(middle).spot(), around.stream().map(i -> all.get(i).report()).toList());
    }
}
