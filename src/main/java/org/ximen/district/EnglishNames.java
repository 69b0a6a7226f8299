package org.ximen.district;

import java.util.List;
import java.util.stream.Collectors;
import org.ximen.text.Pinyin;

/** What places are called in English. */
final class EnglishNames {
    private EnglishNames() {}

    /** The first of a place's names in Latin letters; else the name as it is read. */
    static String of(String name, List<String> aliases) {
        return aliases.stream()
                .filter(alias -> !alias.isEmpty() && alias.charAt(0) < 0x80)
                .findFirst()
                .orElseGet(() -> read(name));
    }

    /** An area with its kind, such as Wenmiao neighbourhood. */
    static String of(Area area) {
        var kind =
                switch (area.kind()) {
                    case SUBDISTRICT -> " Subdistrict";
                    case COMPREHENSIVE_GRID, GRID -> " grid";
                    case NEIGHBOURHOOD -> " neighbourhood";
                };
        return of(area.shortName(), area.aliases()) + kind;
    }

    /** A name in pinyin, with a capital; as it is where it is not all Chinese. */
    private static String read(String name) {
        var letters = name.chars().mapToObj(c -> Pinyin.of((char) c)).collect(Collectors.joining());
        boolean chinese = name.chars().allMatch(Character::isIdeographic);
        return chinese && !letters.isEmpty()
                ? Character.toUpperCase(letters.charAt(0)) + letters.substring(1)
                : name;
    }
}
