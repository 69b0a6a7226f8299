package org.ximen.understanding;

/**
 * What a head learns from one example.
 *
 * @param classes bits of the classes that may be meant
 * @param weight what it counts beside others
 */
record Lesson(Signal signal, long classes, double weight) {
    boolean allows(int index) {
        return (classes >> index & 1) == 1;
    }

    boolean isExact() {
        return Long.bitCount(classes) == 1;
    }

    int only() {
        return Long.numberOfTrailingZeros(classes);
    }
}
