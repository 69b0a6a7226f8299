package org.ximen.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What a file of {@code config/} does wrong, in the words of those who write it. */
final class Trouble {
    private static final String MISSING = "缺少必须写的内容";

    private Trouble() {}

    /** What is wrong, after the number of the line if it is in one. */
    static String of(JacksonException e, Path file) {
        if (e instanceof StreamReadException) {
            return YamlMistake.of(e).shown();
        }
        var path = path(e);
        if (e instanceof ValueInstantiationException refused) {
            return refused(refused, file, path);
        }
        return line(Lines.of(file, path)) + words(e);
    }

    /** What our records refuse they refuse in Chinese, but for what must be there and is not. */
    private static String refused(ValueInstantiationException e, Path file, List<Object> path) {
        var keys = new Keys(e.getType().getRawClass(), Lines.at(file, path));
        var slip = keys.unknown();
        if (slip.isPresent()) {
            // The record is made first and the unknown key looked at later, but it is the cause.
            path.add(slip.get());
            return line(Lines.of(file, path)) + unknown(slip.get(), keys.known());
        }
        var missing = keys.missing();
        var words = e.getCause() instanceof NullPointerException ? MISSING : ownWords(e);
        var which = words.equals(MISSING) && !missing.isEmpty();
        return line(Lines.of(file, path))
                + words
                + (which ? "，没有写的有：" + String.join("、", missing) : "");
    }

    private static String words(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException key ->
                    unknown(key.getPropertyName(), names(key.getKnownPropertyIds()));
            case InvalidFormatException wrong -> "“" + wrong.getValue() + "”不能用" + wanted(wrong);
            case MismatchedInputException other -> mismatch(other);
            default -> ownWords(e);
        };
    }

    private static String line(Optional<Integer> line) {
        return line.map(number -> "第 " + number + " 行：").orElse("");
    }

    private static List<Object> path(JacksonException e) {
        var path = new ArrayList<>();
        for (var step : e.getPath()) {
            var key = step.getPropertyName();
            path.add(key == null ? (Object) step.getIndex() : key);
        }
        return path;
    }

    private static List<String> names(@Nullable Collection<Object> known) {
        return known == null ? List.of() : known.stream().map(String::valueOf).sorted().toList();
    }

    private static String unknown(String name, List<String> known) {
        var near = Nearest.to(name, known).map(each -> "，是不是“" + each + "”？");
        return "不认识“" + name + "”" + near.orElse("，这里可以写：" + String.join("、", known));
    }

    private static String wanted(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining("、", "，可以写：", ""));
        }
        return "，应是" + kind(type);
    }

    private static String kind(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "一个列表（[甲, 乙]，或每行一个“- ”）";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "几行“名称: 内容”";
        }
        if (type == boolean.class || type == Boolean.class) {
            return " true 或 false";
        }
        if (type == String.class) {
            return "文字";
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "日期，如 2026-01-31";
            case "LocalTime" -> "时间，如 08:30";
            case "Duration" -> "时长，如 PT2H";
            case "int", "Integer", "long", "Long" -> "整数";
            case "double", "Double" -> "数字";
            default -> "别的写法";
        };
    }

    private static String mismatch(MismatchedInputException e) {
        if (e.getPath().isEmpty() && e.getOriginalMessage().contains("end-of-input")) {
            return "文件是空的";
        }
        // A number that is not there comes as the nothing that it cannot be.
        return e.getOriginalMessage().contains("null") ? MISSING : "写法不对" + wanted(e);
    }

    private static String ownWords(JacksonException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }
}
