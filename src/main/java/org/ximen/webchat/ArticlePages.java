package org.ximen.webchat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Audience;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Pages;
import org.ximen.knowledge.Standing;

/** Articles for residents to read, as citations open them. */
@RestController
public final class ArticlePages {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Library library;
    private final InstantSource clock;

    public ArticlePages(Library library, InstantSource clock) {
        this.library = library;
        this.clock = clock;
    }

    @GetMapping("/articles/{*id}")
    ResponseEntity<String> article(@PathVariable String id) {
        return library.find(id.substring(1))
                .filter(ArticlePages::isPublic)
                .map(article -> page(HttpStatus.OK, article.title(), body(article)))
                .orElseGet(ArticlePages::missing);
    }

    // What is for staff alone is no resident's reading; what names nobody is for everybody.
    private static boolean isPublic(Article article) {
        var audience = article.audience();
        return audience.isEmpty() || audience.stream().anyMatch(each -> each != Audience.STAFF);
    }

    private static ResponseEntity<String> missing() {
        var text = "<h1>没有这篇文章</h1><p>它可能已经撤下。请回到对话里再问一次。</p>";
        return page(HttpStatus.NOT_FOUND, "没有这篇文章", text);
    }

    private static ResponseEntity<String> page(HttpStatus status, String title, String body) {
        return ResponseEntity.status(status).contentType(HTML).body(html(title, body));
    }

    /** A whole page; the body is HTML, the title words. */
    static String html(String title, String body) {
        return html(title, body, "<a href=\"/\">← 回到对话</a>");
    }

    /** The same with another way back, as HTML. */
    static String html(String title, String body, String back) {
        return """
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s · 西门小助</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/article.css">
        </head>
        <body class="article">
        <header>%s</header>
        <main>%s</main>
        </body>
        </html>
        """
                .formatted(HtmlUtils.htmlEscape(title), back, body);
    }

    private String body(Article article) {
        return validity(article)
                + "<h1>"
                + HtmlUtils.htmlEscape(article.title())
                + "</h1>"
                + facts(article)
                + "<article>"
                + Pages.html(article)
                + "</article>";
    }

    private String validity(Article article) {
        var standing = Standing.of(article, LocalDate.ofInstant(clock.instant(), SHANGHAI));
        var kind =
                switch (standing) {
                    case Standing.Lapsed lapsed -> "expired";
                    case Standing.Checked checked -> "current";
                    case Standing.Aged aged -> "aged";
                    case Standing.Unchecked none -> "";
                };
        return kind.isEmpty()
                ? ""
                : "<p class=\"validity " + kind + "\">" + standing.shown() + "</p>";
    }

    private static String facts(Article article) {
        List<String> facts = new ArrayList<>();
        fact(facts, "发文单位", article.issuer());
        fact(facts, "文号", article.number());
        fact(facts, "发布", article.published());
        fact(facts, "施行", article.effective());
        fact(facts, "修正", article.amended());
        fact(facts, "有效期至", article.expires());
        fact(facts, "核对", article.checkedOn());
        fact(facts, "原文", article.source());
        if (article.sample()) {
            fact(facts, "说明", "示例资料，办事请以原文和主管部门答复为准");
        }
        return facts.stream().collect(Collectors.joining("", "<dl class=\"facts\">", "</dl>"));
    }

    private static void fact(List<String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.add("<dt>" + name + "</dt><dd>" + shown(value.toString()) + "</dd>");
        }
    }

    private static String shown(String value) {
        var text = HtmlUtils.htmlEscape(value);
        return value.matches("https?://[^\\s\"<>]+")
                ? "<a href=\"" + text + "\" rel=\"noopener noreferrer nofollow\">" + text + "</a>"
                : text;
    }
}
