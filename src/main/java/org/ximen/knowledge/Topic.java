package org.ximen.knowledge;

import java.util.List;

/**
 * What a conversation is about.
 *
 * @param question that stood by itself, and in a second line what was asked of it last
 * @param articles ids of those that were cited, the last first
 */
public record Topic(String question, List<String> articles) {
    private static final int MOST = 3;

    public Topic {
        articles = articles.stream().distinct().limit(MOST).toList();
    }

    /** The topic after something more was asked of it. */
    public Topic asked(String more) {
        return new Topic(question.lines().findFirst().orElse("") + "\n" + more, articles);
    }
}
