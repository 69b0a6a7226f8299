package org.ximen.district;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ximen.text.Pinyin;

/** How a name is written in Latin letters, in pinyin and in English; without blanks. */
final class LatinNames {
    private static final int MOST_READINGS = 16;
    private static final Map<Character, String> SIDES =
            Map.of('东', "east", '南', "south", '西', "west", '北', "north", '中', "middle");
    private static final String ROAD_ENDS = "路街弄坊";
    private static final List<String> ENGLISH =
            List.of("road", "rd", "street", "st", "lane", "lu", "jie");
    private static final int SHORTEST = 6;

    private LatinNames() {}

    /** The spellings of the neighbourhood of this short name, which ends with one of these. */
    static List<String> ofNeighbourhood(String name, List<String> ends) {
        return readings(name).stream()
                .flatMap(read -> ends.stream().map(end -> read + end))
                .toList();
    }

    /** The spellings of a Chinese name; none for a part of the street. */
    static Set<String> of(String name, Names.Kind kind) {
        var spellings = new LinkedHashSet<String>();
        if (kind != Names.Kind.AREA && isChinese(name)) {
            spellings.addAll(readings(name));
            if (kind == Names.Kind.ROAD && ROAD_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0) {
                road(name.substring(0, name.length() - 1), spellings);
            }
        }
        spellings.removeIf(spelling -> spelling.length() < SHORTEST);
        return spellings;
    }

    private static void road(String stem, Set<String> spellings) {
        var side = SIDES.get(stem.charAt(stem.length() - 1));
        for (var read : readings(stem)) {
            ENGLISH.forEach(end -> spellings.add(read + end));
        }
        if (side == null || stem.length() < 2) {
            return;
        }
        for (var read : readings(stem.substring(0, stem.length() - 1))) {
            for (var end : ENGLISH) {
                spellings.addAll(List.of(read + side + end, side + read + end, read + end + side));
                spellings.add(read + end + side.charAt(0));
                spellings.add(side.charAt(0) + read + end);
            }
        }
    }

    private static boolean isChinese(String name) {
        return name.length() > 1 && name.chars().allMatch(Character::isIdeographic);
    }

    private static List<String> readings(String name) {
        var readings = List.of("");
        for (char one : name.toCharArray()) {
            var longer = new ArrayList<String>();
            for (var before : readings) {
                Pinyin.all(one).forEach(reading -> longer.add(before + reading));
            }
            readings = longer.size() > MOST_READINGS ? longer.subList(0, MOST_READINGS) : longer;
        }
        return readings;
    }

    /** A name in Latin letters as it is compared. */
    static String compact(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
