package org.ximen.knowledge;

import java.util.function.ToDoubleFunction;

/**
 * A section that may answer a question that goes on from another.
 *
 * @param alone as the question alone finds it
 * @param together as it is found with what was asked before
 * @param cited whether it is of an article that was cited before
 */
record NextSection(Found alone, Found together, boolean cited) {
    static final String CITED = "CITED";
    private static final String ALONE = "ALONE_";
    private static final String TOGETHER = "TOGETHER_";
    private static final Trees<NextSection> ANSWERS =
            Trees.read("sections.txt", NextSection::feature);

    /** What a name in the learnt weights stands for: an {@link AnswerFeature} either way. */
    static ToDoubleFunction<NextSection> feature(String name) {
        if (name.equals(CITED)) {
            return section -> section.cited ? 1 : 0;
        }
        if (name.startsWith(ALONE)) {
            var feature = AnswerFeature.valueOf(name.substring(ALONE.length()));
            return section -> feature.of(section.alone);
        }
        var feature = AnswerFeature.valueOf(name.substring(TOGETHER.length()));
        return section -> feature.of(section.together);
    }

    /** How sure it answers, 0 to 100, in the bands of {@link Gate}. */
    int confidence() {
        return (int) Math.round(100 / (1 + Math.exp(-ANSWERS.of(this))));
    }

    /** As it is quoted. */
    Found quoted() {
        return together;
    }
}
