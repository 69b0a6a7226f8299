package org.ximen.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article.Kind;
import org.ximen.knowledge.Article.Section;
import org.ximen.text.Language;
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
                language(head),
                head.text("issuer"),
                head.text("number"),
                audience(head),
                head.list("areas"),
                head.date("published"),
                head.date("effective"),
                head.date("amended"),
                head.date("expires"),
                head.text("supersedes"),
                acts(head),
                head.text("source"),
                head.yes("sample"),
                checked(head),
                head.sentences("laws"),
                head.sentences("questions"),
                head.list("tags"),
                sections(markdown),
                markdown,
                Article.Later.NONE);
    }

    private static List<Section> sections(String markdown) {
        try {
            return Body.sections(FrontMatter.body(markdown));
        } catch (StackOverflowError e) {
            throw new BadArticle("层层嵌套得太深，没有收");
        }
    }

    /** Whether what is in this head could stand in an article. */
    static void check(FrontMatter head) {
        for (var day : List.of("published", "effective", "amended", "expires", "checked")) {
            head.date(day);
        }
        audience(head);
        stated(head);
        var kind = head.text("kind");
        if (kind != null) {
            head.constant(Kind.class, "kind", kind);
        }
    }

    // Who writes in English seldom thinks of saying so.
    private static Language language(FrontMatter head) {
        var title = Plain.comparable(head.required("title"));
        return stated(head).or(() -> Language.in(title)).orElse(Language.ZH);
    }

    private static Optional<Language> stated(FrontMatter head) {
        return Optional.ofNullable(head.text("language"))
                .map(code -> head.constant(Language.class, "language", code));
    }

    private static Article.Acts acts(FrontMatter head) {
        return new Article.Acts(
                head.text("repeals"),
                head.text("extends"),
                head.text("extended"),
                head.text("amends"));
    }

    private static Article.@Nullable Check checked(FrontMatter head) {
        var day = head.date("checked");
        return day == null ? null : new Article.Check(day, head.text("checked-by"));
    }

    private static List<Audience> audience(FrontMatter head) {
        return head.list("audience").stream()
                .map(word -> head.constant(Audience.class, "audience", word))
                .toList();
    }
}
