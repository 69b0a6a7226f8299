package org.ximen.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;

/** One version of the configuration, indexed. */
final class Atlas {
    private static final List<String> ENDINGS = District.WORDS.list("area.ending");
    private static final List<String> NEIGHBOURHOOD = District.WORDS.list("neighbourhood");

    final DistrictFile file;
    final Map<String, Area> areas = new LinkedHashMap<>();
    final Map<String, Outline> outlines = new HashMap<>();
    private final Map<String, Area> byName = new HashMap<>();
    private final Map<String, Department> departments = new HashMap<>();

    Atlas(DistrictFile file) {
        this.file = file;
        for (var entry : file.areas()) {
            add(entry.area());
        }
        for (var department : file.departments()) {
            departments.putIfAbsent(key(department.id()), department);
            departments.putIfAbsent(key(department.name()), department);
            department.aliases().forEach(a -> departments.putIfAbsent(key(a), department));
        }
    }

    /** The area that holds all others. */
    Area whole() {
        return areas.values().stream()
                .filter(area -> area.parent() == null)
                .findFirst()
                .orElseThrow();
    }

    private void add(Area area) {
        areas.put(area.code(), area);
        byName.putIfAbsent(key(area.code()), area);
        names(area).forEach(name -> byName.putIfAbsent(key(name), area));
        if (!area.polygon().isEmpty()) {
            outlines.put(area.code(), Outline.of(area.polygon()));
        }
    }

    /** What people call an area: its name, its aliases, and for a neighbourhood 居委 and the like. */
    static List<String> names(Area area) {
        var names = new ArrayList<String>();
        names.add(area.name());
        names.addAll(area.aliases());
        if (area.kind() == Area.Kind.NEIGHBOURHOOD) {
            var stem = stem(area.name());
            NEIGHBOURHOOD.forEach(e -> names.add(stem + e));
        }
        return names.stream().distinct().toList();
    }

    private static String stem(String name) {
        return ENDINGS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }

    Optional<Area> area(String words) {
        var exact = byName.get(key(words));
        return Optional.ofNullable(exact != null ? exact : byName.get(key(stem(words) + "居委会")));
    }

    Optional<Department> department(String words) {
        return Optional.ofNullable(departments.get(key(words)));
    }

    /** Names and aliases of places that are not in this street, comparable. */
    List<String> outside() {
        return file.outside().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.name()), one.aliases().stream()))
                .map(Atlas::key)
                .toList();
    }

    /** The smallest area that holds all of them; null if that is only the whole street, or none. */
    @Nullable Area common(List<String> codes) {
        var shared = codes.isEmpty() ? List.<Area>of() : new ArrayList<>(upwards(codes.getFirst()));
        for (var code : codes) {
            shared = shared.stream().filter(upwards(code)::contains).toList();
        }
        return shared.stream()
                .filter(area -> area.kind() != Area.Kind.SUBDISTRICT)
                .findFirst()
                .orElse(null);
    }

    private List<Area> upwards(String code) {
        var line = new ArrayList<Area>();
        for (var area = areas.get(code); area != null; area = above(area)) {
            line.add(area);
        }
        return line;
    }

    @Nullable Area above(Area area) {
        return area.parent() == null ? null : areas.get(area.parent());
    }

    static String key(String words) {
        return Plain.comparable(words).replace(" ", "");
    }
}
