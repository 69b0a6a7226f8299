package org.ximen.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** Takes out of a page what nobody sees on it. */
final class Hidden {
    private static final String RUNS =
            "script, noscript, template, iframe, frame, object, embed, applet, svg, math, canvas";
    private static final String AROUND =
            "nav, aside, footer, button, select, input, textarea, dialog, audio, video";
    private static final String UNSEEN = "[hidden], [aria-hidden=true], input[type=hidden]";
    private static final Pattern GONE =
            Pattern.compile("display:none|visibility:hidden|font-size:0(?:\\.0+)?(?![.\\d])");
    private static final Pattern VEILED =
            Pattern.compile(
                    "opacity:0(?:\\.0+)?(?![.\\d])|(?:left|top|text-indent):-\\d{3,}"
                            + "|(?:height|width):0(?:px)?;.*overflow:hidden");
    // White on white; on a coloured ground it is a heading.
    private static final Pattern WHITE =
            Pattern.compile("(?<![-\\w])color:(?:#fff(?:fff)?\\b|white|transparent)");
    private static final String COLOURED = "[bgcolor], [style*=background]";
    private static final Pattern RULE = Pattern.compile("([^{}@;]{1,200})\\{([^{}]{1,1000})\\}");
    private static final Pattern CSS_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final int RULES = 500;

    private Hidden() {}

    /** What was taken out that a person should know of. */
    static List<String> remove(Document page, Budget budget) {
        int scripts = page.select(RUNS).size();
        int unseen = remove(page, UNSEEN) + byStyle(page) + byRules(page, budget);
        page.select(RUNS).remove();
        page.select("style, link").remove();
        page.body().select(AROUND).remove();
        page.nodeStream(Comment.class).toList().forEach(Comment::remove);
        var cleaned = new ArrayList<String>();
        if (scripts > 0) {
            cleaned.add("去掉了网页里的脚本和嵌入内容 " + scripts + " 处");
        }
        if (unseen > 0) {
            cleaned.add("去掉了网页上看不见的文字 " + unseen + " 处");
        }
        return cleaned;
    }

    private static int remove(Element page, String selector) {
        var found = page.select(selector);
        var told = found.stream().filter(Element::hasText).count();
        found.remove();
        return (int) told;
    }

    private static int byStyle(Element page) {
        int removed = 0;
        for (var styled : page.select("body [style]")) {
            if (isUnseen(styled)) {
                removed += styled.hasText() ? 1 : 0;
                styled.remove();
            }
        }
        return removed;
    }

    private static boolean isUnseen(Element styled) {
        var style = plain(styled.attr("style"));
        return GONE.matcher(style).find()
                || VEILED.matcher(style).find()
                || WHITE.matcher(style).find() && styled.closest(COLOURED) == null;
    }

    private static String plain(String style) {
        return style.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private static int byRules(Element page, Budget budget) {
        int removed = 0;
        int rules = 0;
        for (var style : page.select("style")) {
            var rule = RULE.matcher(CSS_COMMENT.matcher(style.data()).replaceAll(""));
            while (rule.find() && rules++ < RULES) {
                budget.check();
                removed +=
                        GONE.matcher(plain(rule.group(2))).find()
                                ? bySelector(page, rule.group(1).strip())
                                : 0;
            }
        }
        return removed;
    }

    private static int bySelector(Element page, String selector) {
        if (selector.matches("(?i)html|body|\\*|.*:.*")) {
            return 0; // depends on what somebody does with the page
        }
        try {
            return remove(page, selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return 0; // what jsoup does not know hides nothing here
        }
    }
}
