package org.ximen.knowledge;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/** Articles as HTML for reading. */
public final class Pages {
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build();
    private static final Safelist SAFE =
            new Safelist()
                    .addTags("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li")
                    .addTags("strong", "em", "code", "pre", "blockquote", "a")
                    .addTags("table", "thead", "tbody", "tr", "th", "td")
                    .addAttributes("a", "href")
                    .addAttributes("ol", "start")
                    .addProtocols("a", "href", "http", "https")
                    .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                    .addEnforcedAttribute("a", "target", "_blank");

    private Pages() {}

    /**
     * The body as an HTML fragment that is safe whatever stands in the file: no scripts, styles,
     * pictures or forms, links only to http and https. The first heading is the caller's: it shows
     * the title with issuer and dates.
     */
    public static String html(Article article) {
        var rendered = HTML.render(Body.MARKDOWN.parse(FrontMatter.body(article.markdown())));
        var clean = Jsoup.clean(rendered, "", SAFE, new OutputSettings().prettyPrint(false));
        var fragment = Jsoup.parseBodyFragment(clean);
        fragment.outputSettings().prettyPrint(false);
        fragment.select("h1").remove();
        return fragment.body().html();
    }
}
