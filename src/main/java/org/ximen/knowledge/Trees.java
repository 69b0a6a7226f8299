package org.ximen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A sum of small decision trees over the values of some features, learnt elsewhere and read from a
 * text: one tree a line in prefix order, {@code FEATURE<limit} for a fork (first what is not above
 * the limit) and a number for a leaf.
 */
final class Trees<F extends Enum<F>> {
    private static final int LEAF = -1;

    // The nodes of all trees in prefix order, so that what is low follows its fork.
    private final int[] feature;
    private final double[] limitOrValue;
    private final int[] high;
    private final int[] roots;
    private final Class<F> features;
    private final Set<F> used;
    private int read;

    private Trees(List<String> lines, Class<F> features) {
        this.features = features;
        this.used = EnumSet.noneOf(features);
        int nodes = lines.stream().mapToInt(line -> line.split(" ").length).sum();
        this.feature = new int[nodes];
        this.limitOrValue = new double[nodes];
        this.high = new int[nodes];
        this.roots = new int[lines.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = read;
            node(List.of(lines.get(i).split(" ")).iterator());
        }
    }

    /** Reads a resource of this package; lines that begin with # are remarks. */
    static <F extends Enum<F>> Trees<F> read(String resource, Class<F> features) {
        try (var in = Objects.requireNonNull(Trees.class.getResourceAsStream(resource))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
            return new Trees<>(lines, features);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void node(Iterator<String> tokens) {
        var token = tokens.next();
        int at = read++;
        int mark = token.indexOf('<');
        limitOrValue[at] = Double.parseDouble(token.substring(mark + 1));
        if (mark < 0) {
            feature[at] = LEAF;
            return;
        }
        var named = Enum.valueOf(features, token.substring(0, mark));
        used.add(named);
        feature[at] = named.ordinal();
        node(tokens);
        high[at] = read;
        node(tokens);
    }

    /** The features that the trees look at. */
    Set<F> used() {
        return used;
    }

    /**
     * @param values by the features' ordinals
     */
    double score(double[] values) {
        double score = 0;
        for (int at : roots) {
            while (feature[at] != LEAF) {
                at = values[feature[at]] <= limitOrValue[at] ? at + 1 : high[at];
            }
            score += limitOrValue[at];
        }
        return score;
    }
}
