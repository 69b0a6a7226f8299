package org.ximen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.OriginProvider;
import org.springframework.boot.origin.TextResourceOrigin;

/** What is wrong with a setting whose name is right; and where a setting stands. */
final class BadSetting {
    private BadSetting() {}

    /** The sentence for a failure that is one of a setting. */
    static Optional<String> in(Throwable failure) {
        if (failure instanceof BindException e) {
            return Optional.of(ofValue(e));
        }
        // Named, not imported: the parser is a library of a library.
        if (failure.getClass().getName().startsWith("org.yaml.snakeyaml.")) {
            return Optional.of(ofYaml(String.valueOf(failure.getMessage())));
        }
        return Optional.empty();
    }

    private static String ofValue(BindException e) {
        var property = e.getProperty();
        var name = property == null ? e.getName().toString() : property.getName().toString();
        var own = ownWords(e);
        if (own.isPresent()) {
            return "设置 " + own.get() + where(property);
        }
        var value = property == null || isSecret(name) ? "" : "“" + property.getValue() + "”";
        var type = e.getTarget().getType().resolve(Object.class);
        return "设置 " + name + " 的值" + value + "不能用" + where(property) + expected(type);
    }

    private static Optional<String> ownWords(Throwable e) {
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            var message = cause.getMessage();
            if (cause instanceof IllegalArgumentException
                    && message != null
                    && message.startsWith("ximen.")) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    // A proxy's address may hold a password.
    private static boolean isSecret(String name) {
        return name.matches(".*(password|token|secret|key|proxy|url).*");
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "，可以写："
                    + Arrays.stream(type.getEnumConstants())
                            .map(each -> each.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining("、"));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "，应为整数";
            case "boolean", "Boolean" -> "，应为 true 或 false";
            case "URI", "URL" -> "，应为网址";
            default -> "";
        };
    }

    /** Where it was set, in brackets: file and line, or by which way; nothing if unknown. */
    static String where(@Nullable ConfigurationProperty property) {
        var origin = property == null ? null : property.getOrigin();
        if (origin == null) {
            return "";
        }
        var inner = origin instanceof OriginProvider wrapped ? wrapped.getOrigin() : origin;
        var text = inner instanceof TextResourceOrigin known ? known : null;
        if (text != null && text.getLocation() != null && text.getResource() != null) {
            var file = text.getResource().getFilename();
            return "（" + file + " 第 " + (text.getLocation().getLine() + 1) + " 行）";
        }
        return way(origin.toString());
    }

    private static String way(String origin) {
        if (origin.contains("commandLineArgs")) {
            return "（写在命令行里）";
        }
        return origin.contains("nvironment") ? "（写在环境变量里）" : "";
    }

    private static String ofYaml(String message) {
        var lines = message.replaceAll("(?s).*line (\\d+), column.*", "$1");
        return "设置文件 config/application.yaml "
                + (lines.matches("\\d+") ? "第 " + lines + " 行" : "")
                + "写法不对，请检查冒号、引号和缩进";
    }
}
