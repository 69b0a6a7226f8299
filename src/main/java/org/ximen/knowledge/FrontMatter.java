package org.ximen.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/**
 * The head of an article: {@code key: value} lines between two lines {@code ---}. A plain subset of
 * YAML (quotes, [a, b] lists, # comments), read line by line so that every mistake has its line.
 */
final class FrontMatter {
    private static final String FENCE = "---";
    private static final Set<String> KEYS =
            Set.of(
                    "kind",
                    "title",
                    "issuer",
                    "number",
                    "audience",
                    "areas",
                    "published",
                    "effective",
                    "expires",
                    "supersedes",
                    "source",
                    "sample");

    private record Value(int line, String text) {}

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final int lines;

    /**
     * Reads it.
     *
     * @param above lines of the text that are not in the file
     */
    private FrontMatter(List<String> text, int above) {
        if (text.isEmpty() || !text.getFirst().strip().equals(FENCE)) {
            throw new BadArticle(1, "文章应以 --- 开头，写明 kind、title 等项");
        }
        int line = 1;
        while (line < text.size() && !text.get(line).strip().equals(FENCE)) {
            read(text.get(line), ++line - above);
        }
        if (line == text.size()) {
            throw new BadArticle(line, "开头的各项之后缺少一行 ---");
        }
        lines = line + 1;
    }

    static FrontMatter of(String markdown) {
        return new FrontMatter(Arrays.asList(markdown.split("\n", -1)), 0);
    }

    /** What follows the head. */
    static String body(String markdown) {
        int lines = of(markdown).lines;
        return String.join("\n", markdown.lines().skip(lines).toList());
    }

    /** A file that holds nothing else; it may do without the two lines around. */
    static FrontMatter alone(String yaml) {
        var lines = new ArrayList<>(Plain.visible(yaml).lines().toList());
        lines.removeIf(line -> line.strip().equals(FENCE));
        lines.addFirst(FENCE);
        lines.addLast(FENCE);
        return new FrontMatter(lines, 1);
    }

    /** The same text with more in its head. */
    static String with(Map<String, String> more, String markdown) {
        int line = of(markdown).lines - 1;
        var text = new ArrayList<>(Arrays.asList(markdown.split("\n", -1)));
        text.addAll(line, Written.head(more).lines().toList());
        return String.join("\n", text);
    }

    /** The same text with one value of its head set. */
    static String set(String key, String value, String markdown) {
        var head = of(markdown).all();
        head.put(key, value);
        return "---\n" + Written.head(head) + "---\n" + body(markdown) + "\n";
    }

    /** Every value by its key. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> all.put(key, value.text()));
        return all;
    }

    private void read(String raw, int line) {
        var text = raw.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new BadArticle(line, "应写成“项: 值”，而不是“" + text + "”");
        }
        var key = text.substring(0, colon).strip();
        if (!KEYS.contains(key)) {
            throw new BadArticle(line, "不认识的项 " + key + "，可用的是 " + String.join("、", sorted()));
        }
        var value = unquoted(text.substring(colon + 1).strip());
        if (!value.isEmpty() && values.put(key, new Value(line, value)) != null) {
            throw new BadArticle(line, key + " 写了两次");
        }
    }

    private static List<String> sorted() {
        return KEYS.stream().sorted().toList();
    }

    private static String unquoted(String text) {
        for (var quote : List.of("\"", "'")) {
            int end = text.indexOf(quote, 1);
            if (text.startsWith(quote) && end > 0) {
                return text.substring(1, end).strip();
            }
        }
        int comment = text.startsWith("#") ? 0 : text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }

    String required(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new BadArticle(1, "缺少 " + key);
        }
        return value.text();
    }

    @Nullable String text(String key) {
        var value = values.get(key);
        return value == null ? null : value.text();
    }

    List<String> list(String key) {
        var value = text(key);
        if (value == null) {
            return List.of();
        }
        var plain = value.startsWith("[") ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(plain.split("[,，、]"))
                .map(item -> unquoted(item.strip()))
                .filter(item -> !item.isEmpty())
                .toList();
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

    /** The constant that a word of this key names. */
    <E extends Enum<E>> E constant(Class<E> type, String key, String word) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(word.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        var value = values.get(key);
        var all = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        throw new BadArticle(value == null ? 1 : value.line(), key + " 应是 " + all + " 之一");
    }
}
