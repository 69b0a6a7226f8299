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
import org.ximen.text.Language;

/** Articles for residents to read, as citations open them. */
@RestController
public final class ArticlePages {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private static final String SAMPLE = "示例资料，办事请以原文和主管部门答复为准";
    private static final String ENGLISH_SAMPLE =
            "A sample. What the original and the office concerned say counts.";

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
                .map(article ->
                        page(
                                HttpStatus.OK,
                                html(article.title(), body(article), article.language())))
                .orElseGet(ArticlePages::missing);
    }

    // What is for staff alone is no resident's reading; what names nobody is for everybody.
    private static boolean isPublic(Article article) {
        var audience = article.audience();
        return audience.isEmpty() || audience.stream().anyMatch(each -> each != Audience.STAFF);
    }

    private static ResponseEntity<String> missing() {
        var text = "<h1>没有这篇文章</h1><p>它可能已经撤下。请回到对话里再问一次。</p>";
        return page(HttpStatus.NOT_FOUND, html("没有这篇文章", text));
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status).contentType(HTML).body(html);
    }

    /** A whole page; the body is HTML, the title words. */
    static String html(String title, String body) {
        return html(title, body, Language.ZH);
    }

    /** The same in a language. */
    static String html(String title, String body, Language language) {
        var back = language.of("← 回到对话", "← Back to the chat");
        var adopted = language.of("采纳的建议", "Adopted suggestions");
        var links =
                "<a href=\"/\">%s</a> <a href=\"/suggestions?lang=%s\">%s</a>"
                        .formatted(back, language.code(), adopted);
        return html(title, body, links, language);
    }

    /** The same with another way back, as HTML. */
    static String html(String title, String body, String back) {
        return html(title, body, back, Language.ZH);
    }

    private static String html(String title, String body, String back, Language language) {
        return """
        <!doctype html>
        <html lang="%s">
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
                .formatted(language.of("zh-CN", "en"), HtmlUtils.htmlEscape(title), back, body);
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
                : "<p class=\"validity "
                        + kind
                        + "\">"
                        + standing.shown(article.language())
                        + "</p>";
    }

    private static String facts(Article article) {
        var in = article.language();
        List<String> facts = new ArrayList<>();
        fact(facts, in.of("发文单位", "Issued by"), article.issuer());
        fact(facts, in.of("文号", "Number"), article.number());
        fact(facts, in.of("发布", "Published"), article.published());
        fact(facts, in.of("施行", "In force since"), article.effective());
        fact(facts, in.of("修正", "Amended"), article.amended());
        fact(facts, in.of("有效期至", "Until"), article.expires());
        fact(facts, in.of("核对", "Checked"), article.checkedOn());
        fact(facts, in.of("原文", "Source"), article.source());
        if (article.sample()) {
            fact(facts, in.of("说明", "Note"), in.of(SAMPLE, ENGLISH_SAMPLE));
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
