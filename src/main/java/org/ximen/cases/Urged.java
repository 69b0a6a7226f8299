package org.ximen.cases;

/** What came of urging. */
public enum Urged {
    /** The desk and those who handle the case were told. */
    TOLD,
    /** They were told today already: once a working day is enough. */
    ALREADY
}
