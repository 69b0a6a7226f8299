package org.ximen.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.settings.YamlMistake;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the head of an article, which is YAML of one level. */
final class HeadReader {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> LISTS =
            Set.of("audience", "areas", "laws", "questions", "tags");
    private static final Set<String> TEXTS =
            Set.of(
                    "kind",
                    "title",
                    "language",
                    "issuer",
                    "number",
                    "published",
                    "effective",
                    "amended",
                    "expires",
                    "supersedes",
                    "repeals",
                    "extends",
                    "extended",
                    "amends",
                    "checked",
                    "checked-by",
                    "source",
                    "sample");
    private static final Pattern LINE = Pattern.compile("([\\w-]+):\\s+(.*?)(\\s+#.*)?");
    // 《关于…: …》 and @西门 are no YAML as they stand; people write them, and so did earlier versions.
    private static final Pattern NEEDS_QUOTES =
            Pattern.compile("[\\[\\]{}@`%&*!,].*|[|>?](?![-+0-9]*$).*|[^\"'|>#].*:(\\s.*)?|-\\s.*");

    private final Map<String, HeadValue> values = new LinkedHashMap<>();

    private HeadReader() {}

    /**
     * Its values by their keys.
     *
     * @param lines of the file, beginning with its first
     * @throws BadArticle with the line, where it is no YAML or has what no article has
     */
    static Map<String, HeadValue> read(List<String> lines) {
        var text = lines.stream().map(HeadReader::quoted).collect(Collectors.joining("\n"));
        var reader = new HeadReader();
        try (var parser = YAML.createParser(text)) {
            reader.all(parser);
        } catch (JacksonException e) {
            throw refused(YamlMistake.of(e), lines);
        }
        return reader.values;
    }

    private static BadArticle refused(YamlMistake mistake, List<String> lines) {
        var line = lines.get(Math.clamp(mistake.line(), 1, lines.size()) - 1).strip();
        return line.isEmpty() || line.matches("-.*|.*[:：].*")
                ? new BadArticle(mistake)
                : new BadArticle(mistake.line(), "应写成“项: 值”，而不是“" + line + "”");
    }

    private static String quoted(String line) {
        var found = LINE.matcher(line);
        if (found.matches()
                && TEXTS.contains(found.group(1))
                && NEEDS_QUOTES.matcher(found.group(2)).matches()) {
            return found.group(1) + ": '" + found.group(2).replace("'", "''") + "'";
        }
        return line;
    }

    private void all(JsonParser parser) {
        var first = parser.nextToken();
        if (first != null && first != JsonToken.START_OBJECT) {
            throw new BadArticle(line(parser), "应写成“项: 值”，而不是“" + parser.getString() + "”");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int line = line(parser);
            var key = key(parser.getString(), line);
            parser.nextToken();
            var value = value(parser, key, line);
            if (value != null && values.put(key, value) != null) {
                throw new BadArticle(line, key + " 写了两次");
            }
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String key(String key, int line) {
        if (TEXTS.contains(key) || LISTS.contains(key)) {
            return key;
        }
        var known = new ArrayList<>(TEXTS);
        known.addAll(LISTS);
        known.sort(null);
        throw new BadArticle(line, "不认识的项 " + key + "，可用的是 " + String.join("、", known));
    }

    /** Nothing where nothing is written behind the key. */
    private static @Nullable HeadValue value(JsonParser parser, String key, int line) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            var word = word(parser, key);
            return word.isEmpty() ? null : new HeadValue(line, List.of(word), false);
        }
        if (!LISTS.contains(key)) {
            throw new BadArticle(line, key + " 只能写一个，不能写成列表");
        }
        var words = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            words.add(word(parser, key));
        }
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? null : new HeadValue(line, words, true);
    }

    private static String word(JsonParser parser, String key) {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (!token.isScalarValue()) {
            throw new BadArticle(line(parser), key + " 只能写文字，不能再分下去");
        }
        return parser.getString().replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
