package org.ximen.knowledge;

/**
 * Ranks by what {@link Feature}s tell, with 120 small trees (LambdaMART; more of what speaks for a
 * passage never lowers it) learnt from 1,962 labelled questions: 97 in residents' own words,
 * weighing twice, 597 and 465 lay questions of law, 403 about government documents, 400
 * encyclopaedic ones. {@code src/test/ranker/learn.py} learns them.
 */
final class FeatureRanker implements Ranker {
    private static final Trees<Pool.Standing> WITH_VECTORS = trees("ranker.txt");
    private static final Trees<Pool.Standing> BY_WORDS = trees("ranker-words.txt");

    // By hand. A passage without the asked kind of fact seldom answers; where a national and a
    // local
    // rule say the same, the local one is meant. Half or twice as much did nearly as well.
    private static final double FACT = 0.4;
    private static final double LOCAL = 0.4;

    @Override
    public double[] scores(Pool pool) {
        var trees = pool.complete() ? WITH_VECTORS : BY_WORDS;
        return pool.standings().stream().mapToDouble(one -> score(trees, one)).toArray();
    }

    private static Trees<Pool.Standing> trees(String resource) {
        return Trees.read(resource, name -> Feature.valueOf(name)::of);
    }

    private static double score(Trees<Pool.Standing> trees, Pool.Standing one) {
        return trees.of(one) + FACT * Feature.FACT.of(one) + LOCAL * Feature.LOCAL.of(one);
    }
}
