package org.ximen.knowledge;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A logistic regression over what is known of something, learnt elsewhere and read from a text:
 * {@code NAME weight} a line, {@code BIAS} among them.
 */
final class Linear<T> {
    private static final String BIAS = "BIAS";

    private final List<Term<T>> terms;

    private record Term<T>(ToDoubleFunction<T> value, double weight) {}

    private Linear(List<Term<T>> terms) {
        this.terms = terms;
    }

    /**
     * Reads a resource of this package; lines that begin with # are remarks.
     *
     * @param named what a name stands for
     */
    static <T> Linear<T> read(String resource, Function<String, ToDoubleFunction<T>> named) {
        return new Linear<>(
                WordFile.lines(resource)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.split(" "))
                        .map(line -> term(line[0], line[1], named))
                        .toList());
    }

    private static <T> Term<T> term(
            String name, String weight, Function<String, ToDoubleFunction<T>> named) {
        ToDoubleFunction<T> value = name.equals(BIAS) ? any -> 1 : named.apply(name);
        return new Term<>(value, Double.parseDouble(weight));
    }

    /** The probability, 0 to 1. */
    double of(T known) {
        double sum =
                terms.stream().mapToDouble(t -> t.weight() * t.value().applyAsDouble(known)).sum();
        return 1 / (1 + Math.exp(-sum));
    }
}
