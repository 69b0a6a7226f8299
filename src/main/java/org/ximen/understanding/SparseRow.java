package org.ximen.understanding;

/** Numbers of which only those at some rows are not zero. */
record SparseRow(int[] rows, float[] values) {}
