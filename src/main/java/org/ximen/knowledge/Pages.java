package org.ximen.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
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
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
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
        var body = Body.MARKDOWN.parse(FrontMatter.body(article.markdown()));
        body.accept(new Uncommented());
        var clean =
                Jsoup.clean(HTML.render(body), "", SAFE, new OutputSettings().prettyPrint(false));
        var fragment = Jsoup.parseBodyFragment(clean);
        fragment.outputSettings().prettyPrint(false);
        fragment.select("h1").remove();
        return fragment.body().html();
    }

    /** Takes out what is written for the search alone, or for nobody: HTML comments. */
    private static final class Uncommented extends AbstractVisitor {
        @Override
        public void visit(HtmlBlock html) {
            html.setLiteral(without(html.getLiteral()));
            if (html.getLiteral().isBlank()) {
                html.unlink();
            }
        }

        @Override
        public void visit(HtmlInline html) {
            html.setLiteral(without(html.getLiteral()));
        }

        private static String without(String literal) {
            return COMMENT.matcher(literal).replaceAll("");
        }
    }
}
