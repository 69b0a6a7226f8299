package org.ximen;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.ximen.settings.Nearest;

/**
 * Settings {@code ximen.*} that nobody reads. One that is nearly the name of another is a slip, and
 * the product does not start: a street that believes its limits, its proxy or its data folder to be
 * set must not find out later. One that is like none of ours is only warned of: it may belong to a
 * newer or an older version, and going from one to the other must not keep the product from
 * starting.
 */
final class UnknownSettings {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);
    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("ximen");
    private static final List<String> KNOWN = names("ximen", Settings.class).toList();

    private UnknownSettings() {}

    /**
     * Looks through all sources of settings.
     *
     * @throws CannotStart if a name is misspelt; with all such names and where they stand
     */
    static void check(Environment environment) {
        var slips = new ArrayList<String>();
        for (var unknown : unknown(environment).entrySet()) {
            var near = near(unknown.getKey());
            if (near.isPresent()) {
                slips.add(unknown.getKey() + unknown.getValue() + "，是不是 " + near.get() + "？");
            } else {
                LOG.warn("不认识设置 {}{}，它没有起作用", unknown.getKey(), unknown.getValue());
            }
        }
        if (!slips.isEmpty()) {
            throw new CannotStart("不认识设置 " + String.join(" ", slips) + "改好后再启动一次。");
        }
    }

    /** Unknown names, each with where it stands. */
    private static TreeMap<String, String> unknown(Environment environment) {
        var found = new TreeMap<String, String>();
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource listed) {
                boolean variables = isVariables(source);
                listed.stream()
                        .filter(OURS::isAncestorOf)
                        .filter(name -> !isKnown(name, variables))
                        .forEach(name ->
                                found.put(
                                        name.toString(),
                                        BadSetting.where(source.getConfigurationProperty(name))));
            }
        }
        return found;
    }

    private static boolean isVariables(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> known
                && known.getName()
                        .contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static boolean isKnown(ConfigurationPropertyName name, boolean variable) {
        return KNOWN.stream()
                // A variable has one underscore for a dot and one, or none, for a line.
                .flatMap(known ->
                        variable ? Stream.of(known, known.replace('-', '.')) : Stream.of(known))
                .map(ConfigurationPropertyName::of)
                .anyMatch(known -> known.equals(name) || name.isAncestorOf(known));
    }

    /** The known name with the same parts but for a slip in each, or with a part left out. */
    private static Optional<String> near(String name) {
        var parts = parts(name);
        return KNOWN.stream()
                .filter(known -> isNear(parts, parts(known)))
                .findFirst()
                .or(() -> KNOWN.stream().filter(known -> isShort(parts, parts(known))).findFirst());
    }

    private static boolean isShort(List<String> parts, List<String> known) {
        int before = parts.size() - 1;
        return known.size() > parts.size()
                && known.getLast().equals(parts.getLast())
                && known.subList(0, before).equals(parts.subList(0, before));
    }

    private static boolean isNear(List<String> parts, List<String> known) {
        if (parts.size() != known.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (Nearest.to(parts.get(i), List.of(known.get(i))).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> parts(String name) {
        return List.of(name.split("\\."));
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(part -> names(prefix + "." + dashed(part), part));
    }

    private static Stream<String> names(String name, RecordComponent part) {
        return part.getType().isRecord() ? names(name, part.getType()) : Stream.of(name);
    }

    private static String dashed(RecordComponent part) {
        return part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
