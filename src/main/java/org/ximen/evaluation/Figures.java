package org.ximen.evaluation;

import java.util.Arrays;
import java.util.Locale;

/** The one line of figures that a measurement ends with. */
final class Figures {
    private final StringBuilder line = new StringBuilder();

    Figures count(String name, long value) {
        return put(name, Long.toString(value));
    }

    /** A share of 1 to three digits; NaN of nothing. */
    Figures share(String name, double part, double whole) {
        return value(name, part / whole);
    }

    Figures value(String name, double value) {
        return put(name, Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%.3f", value));
    }

    /**
     * The time that so many percent of the searches stay within.
     *
     * @param nanos at least one
     */
    Figures milliseconds(String name, long[] nanos, int percent) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        double ms = sorted[Math.max(0, rank - 1)] / 1e6;
        return put(name, String.format(Locale.ROOT, "%.1fms", ms));
    }

    /** The figures of another measurement behind these, each by a longer name. */
    Figures of(String prefix, Figures others) {
        for (var figure : others.line.toString().split(" ")) {
            line.append(' ').append(prefix).append(figure);
        }
        return this;
    }

    private Figures put(String name, String value) {
        line.append(line.isEmpty() ? "" : " ").append(name).append('=').append(value);
        return this;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
