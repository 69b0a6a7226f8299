package org.ximen.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.ximen.documents.Documents;
import org.ximen.text.Plain;

/**
 * A page of a list: which articles it names and where it goes on.
 *
 * @param next the following page of the list, if it links to one
 */
record ListPage(List<Link> links, @Nullable HttpUrl next) {
    /** What is longer lists something else. */
    static final int MOST_BYTES = 3 << 20;

    private static final int MOST_LINKS = 500;
    private static final int LONGEST_LABEL = 200;
    private static final int SHORTEST_TITLE = 6;
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^?#]*");

    /** A link to an article. */
    record Link(HttpUrl address, String label) {}

    /** Reads it; links to where we may not go are no links. */
    static ListPage of(byte[] bytes, HttpUrl at, Source source) {
        var page = Jsoup.parse(Documents.decoded(bytes), at.toString());
        var links = new LinkedHashMap<HttpUrl, String>();
        for (var element : articles(page, source)) {
            address(element)
                    .filter(address -> isArticle(address, at, source))
                    .filter(address -> links.size() < MOST_LINKS || links.containsKey(address))
                    .ifPresent(address -> links.merge(address, label(element), ListPage::longer));
        }
        return new ListPage(links(links), next(page, at, source).orElse(null));
    }

    private static List<Link> links(Map<HttpUrl, String> labels) {
        var links = new ArrayList<Link>();
        labels.forEach((address, label) -> links.add(new Link(address, label)));
        return links;
    }

    private static List<Element> articles(Document page, Source source) {
        var selector = source.links();
        if (selector != null) {
            return page.select(selector).stream().map(ListPage::link).toList();
        }
        page.select("header, footer, nav").remove();
        boolean told = source.pattern() != null;
        return page.select("a[href]").stream()
                .filter(link -> told || label(link).length() >= SHORTEST_TITLE)
                .toList();
    }

    /** The link itself, where a selector names what stands around it. */
    private static Element link(Element chosen) {
        var inside = chosen.selectFirst("a[href]");
        return chosen.hasAttr("href") || inside == null ? chosen : inside;
    }

    private static Optional<HttpUrl> address(Element link) {
        var base = HttpUrl.parse(link.baseUri());
        var href = SESSION.matcher(link.attr("href").strip()).replaceAll("");
        boolean nowhere = href.isEmpty() || href.startsWith("#");
        var address = base == null || nowhere ? null : base.resolve(href);
        return Optional.ofNullable(address).map(each -> each.newBuilder().fragment(null).build());
    }

    private static boolean isArticle(HttpUrl address, HttpUrl at, Source source) {
        var pattern = source.pattern();
        return source.allowed().refusal(address) == null
                && !address.equals(at)
                && !address.equals(source.start())
                && (pattern == null || Pattern.compile(pattern).matcher(address.toString()).find());
    }

    // Long titles are cut in lists and whole in the attribute.
    private static String label(Element link) {
        var label = longer(words(link.text()), words(link.attr("title")));
        return label.substring(0, Math.min(label.length(), LONGEST_LABEL));
    }

    private static String words(String text) {
        return Plain.visible(text).replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    private static Optional<HttpUrl> next(Document page, HttpUrl at, Source source) {
        var selector = Objects.requireNonNullElse(source.next(), "a[rel=next], a:matchesOwn(下一?页)");
        return page.select(selector).stream()
                .map(ListPage::link)
                .flatMap(link -> address(link).stream())
                .filter(address -> source.allowed().refusal(address) == null)
                .filter(address -> !address.equals(at))
                .findFirst();
    }
}
