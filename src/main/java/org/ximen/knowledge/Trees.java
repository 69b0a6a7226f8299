package org.ximen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A sum of small decision trees over what is known of something, learnt elsewhere and read from a
 * text: one tree a line in prefix order, {@code FEATURE<limit} for a fork (first what is not above
 * the limit) and a number for a leaf.
 */
final class Trees<T> {
    private static final int LEAF = -1;

    // The nodes of all trees in prefix order, so that what is low follows its fork.
    private final int[] feature;
    private final double[] limitOrValue;
    private final int[] high;
    private final int[] roots;
    private final Function<String, ToDoubleFunction<T>> named;
    private final List<String> names = new ArrayList<>();
    private final List<ToDoubleFunction<T>> values = new ArrayList<>();
    private int read;

    private Trees(List<String> lines, Function<String, ToDoubleFunction<T>> named) {
        this.named = named;
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

    /**
     * Reads a resource of this package; lines that begin with # are remarks.
     *
     * @param named what a name stands for
     */
    static <T> Trees<T> read(String resource, Function<String, ToDoubleFunction<T>> named) {
        try (var in = Objects.requireNonNull(Trees.class.getResourceAsStream(resource))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
            return new Trees<>(lines, named);
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
        feature[at] = index(token.substring(0, mark));
        node(tokens);
        high[at] = read;
        node(tokens);
    }

    private int index(String name) {
        if (!names.contains(name)) {
            names.add(name);
            values.add(named.apply(name));
        }
        return names.indexOf(name);
    }

    /** The features that the trees look at. */
    List<String> used() {
        return List.copyOf(names);
    }

    /** The sum of the leaves that it comes to. */
    double of(T known) {
        var valued = values.stream().mapToDouble(value -> value.applyAsDouble(known)).toArray();
        double score = 0;
        for (int at : roots) {
            while (feature[at] != LEAF) {
                at = valued[feature[at]] <= limitOrValue[at] ? at + 1 : high[at];
            }
            score += limitOrValue[at];
        }
        return score;
    }
}
