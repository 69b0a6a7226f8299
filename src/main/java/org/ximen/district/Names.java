package org.ximen.district;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Plain;
import org.ximen.text.WordLists;

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
     * @param name as the configuration spells it
     * @param areas codes of the areas it lies in
     * @param at where it is, if that is a spot and not a line
     */
    record Named(Kind kind, String name, List<String> areas, @Nullable Point at) {}

    /** A name that stands in a text, and where it ends. */
    record Hit(Named named, int to) {}

    private final Map<String, Named> byName = new HashMap<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private final Map<String, Named> latin = new HashMap<>();
    // house address → landmark, such as 文庙路215号
    private final Map<String, Named> addresses = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final List<String> collisions = new ArrayList<>();
    private final WordLists words;
    private int longestLatin;

    Names(Atlas atlas, WordLists words) {
        this.words = words;
        var file = atlas.file;
        file.landmarks().forEach(this::landmark);
        file.estates()
                .forEach(e -> {
                    var named = new Named(Kind.ESTATE, e.name(), codes(e.area()), null);
                    add(e.name(), e.aliases(), named);
                });
        file.roads()
                .forEach(r -> {
                    var named = new Named(Kind.ROAD, r.name(), r.areas(), null);
                    add(r.name(), r.aliases(), named);
                });
        for (var area : atlas.areas.values()) {
            if (area.parent() != null) {
                var named = new Named(Kind.AREA, area.name(), List.of(area.code()), null);
                add(area.name(), Atlas.names(area), named);
                neighbourhood(area, named);
            }
        }
        byFirst.values()
                .forEach(names -> names.sort(Comparator.comparingInt(String::length).reversed()));
    }

    /** Its short name alone may be that of a road or a landmark, too. */
    private void neighbourhood(Area area, Named named) {
        english.put(area.name(), EnglishNames.of(area));
        if (area.kind() == Area.Kind.NEIGHBOURHOOD) {
            LatinNames.ofNeighbourhood(area.shortName(), words.list("english.area"))
                    .forEach(spelling -> putLatin(spelling, named));
        }
    }

    private void landmark(DistrictFile.Landmark mark) {
        var at = mark.at() == null ? null : Point.ofLonLat(mark.at());
        var named = new Named(Kind.LANDMARK, mark.name(), codes(mark.area()), at);
        add(mark.name(), mark.aliases(), named);
        if (mark.address() != null && mark.address().endsWith("号")) {
            addresses.put(key(mark.address()), named);
        }
    }

    private void add(String name, List<String> aliases, Named named) {
        english.put(name, EnglishNames.of(name, aliases));
        put(key(name), named);
        aliases.forEach(alias -> put(key(alias), named));
        LatinNames.of(name, named.kind()).forEach(spelling -> putLatin(spelling, named));
    }

    private void put(String name, Named named) {
        if (name.isEmpty()) {
            return;
        }
        if (name.charAt(0) < 0x80) {
            putLatin(LatinNames.compact(name), named);
            return;
        }
        var before = byName.putIfAbsent(name, named);
        if (before == null) {
            byFirst.computeIfAbsent(name.charAt(0), first -> new ArrayList<>()).add(name);
        } else if (!before.name().equals(named.name())) {
            collisions.add("“" + name + "”既是" + before.name() + "又是" + named.name());
        }
    }

    private void putLatin(String spelling, Named named) {
        var before = latin.putIfAbsent(spelling, named);
        longestLatin = Math.max(longestLatin, spelling.length());
        if (before != null
                && before.kind() == named.kind()
                && !before.name().equals(named.name())) {
            collisions.add("“" + spelling + "”既是" + before.name() + "又是" + named.name());
        }
    }

    private static List<String> codes(@Nullable String area) {
        return area == null ? List.of() : List.of(area);
    }

    /** Names that stand for two things; the first of the configuration counts. */
    List<String> collisions() {
        return List.copyOf(collisions);
    }

    /** What a place of the configuration is called in English. */
    Optional<String> english(String name) {
        return Optional.ofNullable(english.get(name));
    }

    /** All names and aliases in Chinese, comparable. */
    List<String> chinese() {
        return byName.keySet().stream().sorted().toList();
    }

    /** The longest name that begins here. */
    Optional<Hit> at(String plain, int from) {
        char first = plain.charAt(from);
        if (first < 0x80) {
            return isLetter(first) && (from == 0 || !isLetter(plain.charAt(from - 1)))
                    ? latinAt(plain, from)
                    : Optional.empty();
        }
        return byFirst.getOrDefault(first, List.of()).stream()
                .filter(name -> plain.startsWith(name, from))
                .filter(name -> !parted(plain, from + name.length()))
                .findFirst()
                .map(name -> new Hit(named(name), from + name.length()));
    }

    /** Whether the last character of the name belongs to the next word: 学前街道. */
    private boolean parted(String plain, int to) {
        return words.list("parting").stream().anyMatch(word -> plain.startsWith(word, to - 1))
                && words.list("parting.not").stream()
                        .noneMatch(word -> plain.startsWith(word, to - 1));
    }

    private Named named(String name) {
        return java.util.Objects.requireNonNull(byName.get(name));
    }

    private Optional<Hit> latinAt(String plain, int from) {
        var compact = new StringBuilder();
        Hit best = null;
        for (int i = from; i < plain.length() && compact.length() < longestLatin; i++) {
            char c = plain.charAt(i);
            if (isLetter(c)) {
                compact.append(c);
                boolean ends = i + 1 == plain.length() || !isLetter(plain.charAt(i + 1));
                var named = ends ? latin.get(compact.toString()) : null;
                best = named == null ? best : new Hit(named, i + 1);
            } else if (" -.'".indexOf(c) < 0) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
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

    private static String key(String name) {
        return Plain.comparable(name);
    }
}
