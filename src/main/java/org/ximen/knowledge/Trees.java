package org.ximen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A sum of small decision trees over the {@link Feature}s, learnt elsewhere and read from a text:
 * one tree a line in prefix order, {@code FEATURE<limit} for a fork (first what is not above the
 * limit) and a number for a leaf.
 */
final class Trees {
    private final List<Node> trees;
    private final Set<Feature> used = EnumSet.noneOf(Feature.class);

    private sealed interface Node {}

    private record Fork(int feature, double limit, Node low, Node high) implements Node {}

    private record Leaf(double value) implements Node {}

    private Trees(List<String> lines) {
        var read = new ArrayList<Node>();
        for (var line : lines) {
            var tokens = List.of(line.split(" ")).iterator();
            read.add(node(tokens));
        }
        this.trees = List.copyOf(read);
    }

    /** Reads a resource of this package; lines that begin with # are remarks. */
    static Trees read(String resource) {
        try (var in = Objects.requireNonNull(Trees.class.getResourceAsStream(resource))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Trees(text.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node node(Iterator<String> tokens) {
        var token = tokens.next();
        int mark = token.indexOf('<');
        if (mark < 0) {
            return new Leaf(Double.parseDouble(token));
        }
        var feature = Feature.valueOf(token.substring(0, mark));
        used.add(feature);
        double limit = Double.parseDouble(token.substring(mark + 1));
        return new Fork(feature.ordinal(), limit, node(tokens), node(tokens));
    }

    /** The features that the trees look at. */
    Set<Feature> used() {
        return used;
    }

    /**
     * @param values by the features' ordinals
     */
    double score(double[] values) {
        double score = 0;
        for (var tree : trees) {
            var node = tree;
            while (node instanceof Fork fork) {
                node = values[fork.feature()] <= fork.limit() ? fork.low() : fork.high();
            }
            score += ((Leaf) node).value();
        }
        return score;
    }
}
