package org.ximen.district;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/** All names of places of the configuration, by their comparable form. */
final class Names {
    /** What a name stands for. */
    enum Kind {
        ROAD,
        ESTATE,
        LANDMARK,
        AREA
    }

    /**
     * A named place.
     *
     * @param areas codes of the areas it lies in
     * @param at where it is, if that is a spot and not a line
     */
    record Named(Kind kind, List<String> areas, @Nullable Point at) {}

    private final Map<String, Named> byName = new HashMap<>();
    // house address → landmark, such as 文庙路215号
    private final Map<String, Named> addresses = new HashMap<>();

    Names(Atlas atlas) {
        var file = atlas.file;
        file.landmarks().forEach(this::landmark);
        file.estates()
                .forEach(e ->
                        add(e.name(), e.aliases(), new Named(Kind.ESTATE, codes(e.area()), null)));
        file.roads()
                .forEach(r -> add(r.name(), r.aliases(), new Named(Kind.ROAD, r.areas(), null)));
        for (var area : atlas.areas.values()) {
            if (area.parent() != null) {
                var named = new Named(Kind.AREA, List.of(area.code()), null);
                add(area.name(), Atlas.names(area), named);
            }
        }
    }

    private void landmark(DistrictFile.Landmark mark) {
        var at = mark.at() == null ? null : Point.ofLonLat(mark.at());
        var named = new Named(Kind.LANDMARK, codes(mark.area()), at);
        add(mark.name(), mark.aliases(), named);
        if (mark.address() != null && mark.address().endsWith("号")) {
            addresses.put(key(mark.address()), named);
        }
    }

    private void add(String name, List<String> aliases, Named named) {
        byName.putIfAbsent(key(name), named);
        aliases.forEach(alias -> byName.putIfAbsent(key(alias), named));
    }

    private static List<String> codes(@Nullable String area) {
        return area == null ? List.of() : List.of(area);
    }

    @Nullable Named named(String plain) {
        return byName.get(key(plain));
    }

    /** The landmark whose address these words are or begin with. */
    @Nullable Named atAddress(String plain) {
        var words = plain.replace(" ", "");
        return addresses.entrySet().stream()
                .filter(entry -> words.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** A pattern that matches each name, the longest first. */
    String pattern() {
        var names = new ArrayList<>(byName.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed());
        return names.stream().map(Names::quoted).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String quoted(String name) {
        var quoted = Pattern.quote(name);
        return name.charAt(0) < 0x80 ? "(?<![a-z])" + quoted + "(?![a-z])" : quoted;
    }

    private static String key(String name) {
        return Plain.comparable(name);
    }
}
