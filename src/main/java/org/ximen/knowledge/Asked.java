package org.ximen.knowledge;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The kind of fact that a question asks for, and what such a fact looks like in a text: patterns of
 * {@code fact-kinds.properties}. A passage about the right thing without the asked fact is the
 * commonest wrong answer.
 */
enum Asked {
    MONEY,
    TAX,
    GRANT,
    CLOCK,
    DAYS,
    WHEN,
    PHONE,
    PLACE,
    WHO,
    AGE,
    COUNT,
    /** What only the asker's own file would tell; no article does. */
    OWN,
    /** What is not fixed yet; an article does not foretell it, unless it names the time itself. */
    SOON;

    private final Pattern question;
    private final Sighting fact;

    Asked() {
        var key = name().toLowerCase(Locale.ROOT);
        this.question = Pattern.compile(FactPatterns.any(key + ".asks"));
        this.fact = new Sighting(FactPatterns.any(key + ".tells"));
    }

    /** The kinds asked for; often none. */
    static Set<Asked> of(String question) {
        var kinds = EnumSet.noneOf(Asked.class);
        for (var kind : values()) {
            if (kind.question.matcher(question).find()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    boolean answeredBy(String text) {
        return fact.in(text);
    }

    boolean answeredBy(String text, int from, int to) {
        return fact.in(text, from, to);
    }
}
