package org.ximen.understanding;

/**
 * How a head is learnt. Chosen on folds by author.
 *
 * @param stated whether the situation counts
 * @param grams length of the n-gram part; the vector's is about 1
 * @param state what a state counts
 * @param cross what the vector counts once more in a state
 * @param rounds how often all examples are seen
 * @param rate the first step of AdaGrad
 * @param balance 0: every example counts alike; 1: every class does
 * @param coarse what an example with a coarse label counts
 * @param blind how often an example is seen without its vector, so that n-grams alone tell what
 *     they can where no vector is there (dropout of a whole input, as in Neverova et al., ModDrop,
 *     2016)
 */
record Recipe(
        boolean stated,
        double grams,
        double state,
        double cross,
        int rounds,
        double rate,
        double balance,
        double coarse,
        double blind) {
    static final Recipe ACTS = new Recipe(true, 1, .5, .5, 10, .3, .5, .5, .15);
    static final Recipe OTHERS = new Recipe(false, 1, 0, 0, 14, .3, .5, .5, .15);
}
