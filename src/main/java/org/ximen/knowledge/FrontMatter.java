package org.ximen.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/** The head of an article: YAML between two lines {@code ---}. Every mistake has its line. */
final class FrontMatter {
    private static final String FENCE = "---";

    private final Map<String, HeadValue> values;
    private final int lines;

    private FrontMatter(Map<String, HeadValue> values, int lines) {
        this.values = values;
        this.lines = lines;
    }

    /** The head of an article. */
    static FrontMatter of(String markdown) {
        var text = Arrays.asList(markdown.split("\n", -1));
        if (!isFence(text.getFirst())) {
            throw new BadArticle(1, "文章应以 --- 开头，写明 kind、title 等项");
        }
        int end = 1;
        while (end < text.size() && !isFence(text.get(end))) {
            end++;
        }
        if (end == text.size()) {
            throw new BadArticle(end, "开头的各项之后缺少一行 ---");
        }
        var head = new ArrayList<>(text.subList(0, end));
        head.set(0, ""); // so that the lines are those of the file
        return new FrontMatter(HeadReader.read(head), end + 1);
    }

    /** A file that holds nothing else; it may do without the two lines around. */
    static FrontMatter alone(String yaml) {
        var lines = Plain.visible(yaml).lines().map(line -> isFence(line) ? "" : line).toList();
        return new FrontMatter(HeadReader.read(lines), lines.size());
    }

    private static boolean isFence(String line) {
        return line.strip().equals(FENCE);
    }

    /** What follows the head. */
    static String body(String markdown) {
        int lines = of(markdown).lines;
        return String.join("\n", markdown.lines().skip(lines).toList());
    }

    /** The same text with more in its head. */
    static String with(Map<String, String> more, String markdown) {
        int line = of(markdown).lines - 1;
        var text = new ArrayList<>(Arrays.asList(markdown.split("\n", -1)));
        text.addAll(line, MarkdownWriter.head(more).lines().toList());
        return String.join("\n", text);
    }

    /** The same text with one value of its head set. */
    static String set(String key, String value, String markdown) {
        var head = new LinkedHashMap<String, Object>();
        of(markdown).values.forEach((name, written) -> head.put(name, written.plain()));
        head.put(key, value);
        return MarkdownWriter.fenced(head) + body(markdown) + "\n";
    }

    /** Every value by its key; lists with commas. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> all.put(key, value.text(key)));
        return all;
    }

    String required(String key) {
        var value = text(key);
        if (value == null) {
            throw new BadArticle(1, "缺少 " + key);
        }
        return value;
    }

    @Nullable String text(String key) {
        var value = values.get(key);
        return value == null ? null : value.text();
    }

    List<String> list(String key) {
        var value = values.get(key);
        return value == null ? List.of() : value.items();
    }

    /** The same of whole sentences, which may have commas in them. */
    List<String> sentences(String key) {
        var value = values.get(key);
        return value == null ? List.of() : value.sentences();
    }

    @Nullable LocalDate date(String key) {
        var value = values.get(key);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeException e) {
            throw new BadArticle(value.line(), key + " 应是 2026-11-22 这样的日期");
        }
    }

    boolean yes(String key) {
        return "true".equals(text(key));
    }

    /** The line of a key, or of the head's beginning where it is not written. */
    int line(String key) {
        var value = values.get(key);
        return value == null ? 1 : value.line();
    }

    /** The constant that a word of this key names. */
    <E extends Enum<E>> E constant(Class<E> type, String key, String word) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(word.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        var all = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        throw new BadArticle(line(key), key + " 应是 " + all + " 之一");
    }
}
