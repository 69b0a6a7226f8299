package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.documents.Part;

/**
 * An article that the product itself writes, in plain words: nothing in them is a sign of Markdown
 * or YAML.
 *
 * @param issuer who says it
 * @param audience whom it is for; empty means everyone
 * @param areas codes or names of areas it is for; empty means everywhere
 * @param effective first day it counts; absent means it always has
 * @param expires last day it counts; absent means no end
 * @param source where it is from: a document or a web address
 */
public record NewArticle(
        Article.Kind kind,
        String title,
        String issuer,
        List<Audience> audience,
        List<String> areas,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate expires,
        @Nullable String source,
        List<TextSection> sections) {
    // 第三条 at the beginning of a line heads an article of a law, which this is not.
    private static final Pattern ARTICLE =
            Pattern.compile("^(第[^ \\u3000]{1,9}条[^ \\u3000]{0,4})[ \\u3000]+");

    /**
     * A stretch of it.
     *
     * @param heading absent where the text stands for itself
     * @param text each line is a paragraph
     */
    public record TextSection(@Nullable String heading, String text) {
        private List<Part> parts() {
            var parts = new ArrayList<Part>();
            if (heading != null) {
                parts.add(new Part.Heading(2, heading));
            }
            text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> ARTICLE.matcher(line).replaceFirst("$1："))
                    .forEach(line -> parts.add(new Part.Paragraph(line)));
            return parts;
        }
    }

    public NewArticle {
        audience = List.copyOf(audience);
        areas = List.copyOf(areas);
        sections = List.copyOf(sections);
    }

    /** As the knowledge base keeps it. */
    String markdown() {
        var parts = sections.stream().flatMap(section -> section.parts().stream()).toList();
        return MarkdownWriter.article(head(), parts);
    }

    private Map<String, Object> head() {
        var head = new LinkedHashMap<String, Object>();
        head.put("kind", kind.name());
        head.put("title", title);
        head.put("issuer", issuer);
        put(head, "audience", audience.stream().map(Enum::name).sorted().toList());
        put(head, "areas", areas);
        put(head, "published", published);
        put(head, "effective", effective);
        put(head, "expires", expires);
        put(head, "source", source);
        return head;
    }

    private static void put(Map<String, Object> head, String key, List<String> values) {
        if (!values.isEmpty()) {
            head.put(key, values);
        }
    }

    private static void put(Map<String, Object> head, String key, @Nullable Object value) {
        if (value != null) {
            head.put(key, value.toString());
        }
    }
}
