package org.ximen.knowledge;

import java.util.List;
import org.ximen.knowledge.Article.Kind;
import org.ximen.text.Plain;

/** Reads an article from Markdown with front matter. */
final class MarkdownArticle {
    /** What is longer is no article that somebody wrote. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private MarkdownArticle() {}

    /** The article; what cannot be used is a {@link BadArticle}. */
    static Article read(String id, String written) {
        if (written.length() > MOST_BYTES) {
            throw new BadArticle(1, "文章超过 2 MB，请拆成几篇");
        }
        var markdown = Plain.visible(written);
        var head = FrontMatter.of(markdown);
        return new Article(
                id,
                head.constant(Kind.class, "kind", head.required("kind")),
                head.required("title"),
                head.text("issuer"),
                head.text("number"),
                audience(head),
                head.list("areas"),
                head.date("published"),
                head.date("effective"),
                head.date("expires"),
                head.text("supersedes"),
                head.text("source"),
                head.yes("sample"),
                Body.sections(FrontMatter.body(markdown)),
                markdown,
                null);
    }

    private static List<Audience> audience(FrontMatter head) {
        return head.list("audience").stream()
                .map(word -> head.constant(Audience.class, "audience", word))
                .toList();
    }
}
