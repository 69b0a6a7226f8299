package org.ximen.merchants;

import org.ximen.knowledge.Article;
import org.ximen.text.Plain;

/**
 * An article that is told to a shop.
 *
 * @param fingerprint of what it says
 * @param tag for which it fits the shop
 */
record PolicyItem(Article article, String fingerprint, String tag) {
    private static final int LONGEST_TITLE = 300;

    String title() {
        return Plain.start(article.title(), LONGEST_TITLE);
    }
}
