package org.ximen.documents;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the part of a page that holds its text. */
final class MainContent {
    // The names that government sites and their makers use, surest first.
    private static final String KNOWN =
            "#ivs_content, #UCAP-CONTENT, .TRS_Editor, #zoom, .Article_content, .article-content,"
                    + " article, main, [role=main]";
    private static final int LEAST = 60;
    private static final double MOST_OF_IT = 0.7;

    private MainContent() {}

    static Element of(Element body, Budget budget) {
        var words = words(body, budget);
        var known =
                body.select(KNOWN).stream()
                        .filter(element -> count(words, element) >= LEAST)
                        .findFirst();
        return known.orElseGet(() -> narrowed(body, words));
    }

    /** As deep as one child still holds most of the words. */
    private static Element narrowed(Element body, Map<Element, Integer> words) {
        double most = count(words, body) * MOST_OF_IT;
        Element found = body;
        @Nullable Element next = body;
        while (next != null) {
            found = next;
            next =
                    found.children().stream()
                            .filter(child -> !child.is("p, tr, td, tbody, table, ul, ol, dl"))
                            .filter(child -> count(words, child) >= most && most > 0)
                            .findFirst()
                            .orElse(null);
        }
        return found;
    }

    private static int count(Map<Element, Integer> words, Element element) {
        return words.getOrDefault(element, 0);
    }

    /** How much text outside of links each element holds. */
    private static Map<Element, Integer> words(Element body, Budget budget) {
        var words = new IdentityHashMap<Element, Integer>();
        body.nodeStream(TextNode.class)
                .forEach(text -> {
                    int length = text.text().strip().length();
                    if (length > 0) {
                        budget.check();
                        add(words, text, length);
                    }
                });
        return words;
    }

    private static void add(Map<Element, Integer> words, TextNode text, int length) {
        int depth = 0;
        for (var up = text.parent(); up instanceof Element element; up = up.parent()) {
            if (element.normalName().equals("a") || depth++ > Budget.DEPTH) {
                return;
            }
        }
        for (var up = text.parent(); up instanceof Element element; up = up.parent()) {
            words.merge(element, length, Integer::sum);
        }
    }
}
