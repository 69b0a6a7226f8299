package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An article that an editor should check.
 *
 * @param reasons as sentences, what happened last first
 */
public record DueArticle(Article article, List<String> reasons) {
    public DueArticle {
        reasons = List.copyOf(reasons);
    }

    /** Whether it is one, on a day. What is over, and what only tells of a meeting, is not. */
    static boolean isDue(Article article, LocalDate today) {
        return article.kind() != Article.Kind.MEETING_NOTICE
                && !(Standing.of(article, today) instanceof Standing.Lapsed)
                && !of(article, today).reasons().isEmpty();
    }

    /** Why an editor should check it, as sentences; empty where nothing speaks for it. */
    public static List<String> reasons(Article article, LocalDate today) {
        return isDue(article, today) ? of(article, today).reasons() : List.of();
    }

    static DueArticle of(Article article, LocalDate today) {
        var why = new ArrayList<String>();
        for (var reason : article.later().reasons()) {
            why.add(reason.words() + "（" + reason.since() + "）");
        }
        switch (Standing.of(article, today)) {
            case Standing.Aged aged -> why.add("上次核对是 " + aged.day() + "，超过一年");
            case Standing.Unchecked none -> why.add("还没有人核对过");
            case Standing.Checked checked -> {}
            case Standing.Lapsed lapsed -> {}
        }
        return new DueArticle(article, why);
    }
}
