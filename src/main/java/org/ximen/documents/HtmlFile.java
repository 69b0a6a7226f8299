package org.ximen.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/** A web page: its main content without what surrounds it, hides in it or runs in it. */
final class HtmlFile {
    // What government sites must name in the head of a page (国办发〔2017〕47号).
    private static final List<String> NAMES = List.of("ArticleTitle", "PubDate", "ContentSource");

    private static final int DEEPEST = 500;

    private HtmlFile() {}

    static Document read(byte[] bytes, Budget budget) {
        var page = parse(bytes);
        page.traverse((node, depth) -> shallow(depth, budget));
        var cleaned = Hidden.remove(page, budget);
        var named = named(page);
        var title = title(page, named);
        var parts = new HtmlParts(budget).of(MainContent.of(page.body(), budget));
        parts.removeIf(part -> part.text().equals(title));
        return new Document(title, Outline.of(parts), named, Outline.asks(parts), cleaned);
    }

    private static void shallow(int depth, Budget budget) {
        budget.check();
        if (depth > DEEPEST) {
            throw new Unreadable("层层嵌套得太深，没有打开");
        }
    }

    private static org.jsoup.nodes.Document parse(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), charset(bytes), "");
        } catch (IOException e) {
            throw new Unreadable("网页读不了，请用浏览器打开后另存一份", e);
        }
    }

    /** What the bytes are beats what the page says of itself; unless they fit nothing known. */
    private static @Nullable String charset(byte[] bytes) {
        try {
            Charset found = Decoded.of(bytes).charset();
            return found.equals(StandardCharsets.UTF_8) ? "UTF-8" : found.name();
        } catch (Unreadable e) {
            return null;
        }
    }

    private static Map<String, String> named(Element page) {
        var named = new LinkedHashMap<String, String>();
        for (var meta : page.select("meta[name][content]")) {
            NAMES.stream()
                    .filter(name -> name.equalsIgnoreCase(meta.attr("name")))
                    .filter(name -> !meta.attr("content").isBlank())
                    .forEach(name -> named.putIfAbsent(name, line(meta.attr("content"))));
        }
        return named;
    }

    private static @Nullable String title(Element page, Map<String, String> named) {
        var titles = new ArrayList<String>();
        titles.add(named.getOrDefault("ArticleTitle", ""));
        var headings = page.select("h1");
        titles.add(headings.size() == 1 ? line(headings.text()) : "");
        titles.add(line(page.select("meta[property=og:title]").attr("content")));
        titles.add(line(page.select("title").text().split("\\s*[_|]|\\s+[-–—]+\\s+", 2)[0]));
        return titles.stream().filter(text -> !text.isEmpty()).findFirst().orElse(null);
    }

    static String line(String text) {
        return Plain.visible(text).replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
