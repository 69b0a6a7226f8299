package org.ximen.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ximen.knowledge.Asker;
import org.ximen.knowledge.Audience;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object of a file of JSON lines. What is missing or of the wrong kind is a {@link
 * BadInput} that names file and line.
 *
 * @param number counted from 1
 */
record Line(Path file, int number, JsonNode node) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** All lines of a file but the blank ones; at least one. */
    static List<Line> of(Path file) {
        var lines = new ArrayList<Line>();
        // Decodes strictly, unlike an InputStreamReader of a charset's name.
        var utf8 = StandardCharsets.UTF_8.newDecoder();
        int number = 0;
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), utf8))) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    lines.add(parse(file, number, text));
                }
            }
        } catch (MalformedInputException e) {
            throw new BadInput(file, "不是 UTF-8 编码的文字（第 " + (number + 1) + " 行或之后）");
        } catch (IOException e) {
            throw new BadInput(file, "文件不存在或读不出");
        }
        if (lines.isEmpty()) {
            throw new BadInput(file, "文件是空的");
        }
        return lines;
    }

    private static Line parse(Path file, int number, String text) {
        try {
            var plain = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            var node = JSON.readTree(plain);
            if (node.isObject()) {
                return new Line(file, number, node);
            }
        } catch (JacksonException e) {
            throw new BadInput(file, number, "不是完整的 JSON");
        }
        throw new BadInput(file, number, "不是一个 JSON 对象");
    }

    /** A text that must be there and say something. */
    String text(String field) {
        var text = optional(field);
        if (text.isBlank()) {
            throw bad("缺少字段 " + field);
        }
        return text;
    }

    /** A text, empty where there is none. */
    String optional(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw bad("字段 " + field + " 应为文字");
        }
        return value.asString();
    }

    /** Texts: one, a list, or lists of lists; none where the field is missing. */
    List<String> texts(String field) {
        return flat(field, node.path(field)).toList();
    }

    private Stream<String> flat(String field, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().flatMap(each -> flat(field, each));
        }
        if (value.isMissingNode() || value.isNull()) {
            return Stream.of();
        }
        if (!value.isString()) {
            throw bad("字段 " + field + " 应为文字或一组文字");
        }
        return Stream.of(value.asString());
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** True or false that must be there. */
    boolean flag(String field) {
        var value = node.path(field);
        if (!value.isBoolean()) {
            throw bad("字段 " + field + " 应为 true 或 false");
        }
        return value.asBoolean();
    }

    /** A number that must be there. */
    double number(String field) {
        var value = node.path(field);
        if (!value.isNumber()) {
            throw bad("字段 " + field + " 应为数字");
        }
        return value.asDouble();
    }

    /** Who asks; a resident where it is not said. */
    Asker asker() {
        return Asker.of(audience());
    }

    private Audience audience() {
        return switch (optional("audience")) {
            case "", "resident" -> Audience.RESIDENT;
            case "merchant" -> Audience.MERCHANT;
            default -> throw bad("字段 audience 应为 resident 或 merchant");
        };
    }

    BadInput bad(String why) {
        return new BadInput(file, number, why);
    }
}
