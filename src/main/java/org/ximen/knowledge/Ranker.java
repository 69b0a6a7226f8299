package org.ximen.knowledge;

/** Orders the passages found for a question. A model that reads both would be another one. */
interface Ranker {
    /** How well each of the pool's candidates answers, in their order; only the order tells. */
    double[] scores(Pool pool);
}
