package org.ximen.training;

/** Arithmetic of vectors. */
final class Vector {
    private Vector() {}

    static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
