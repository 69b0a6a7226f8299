package org.ximen.dialogue.officer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.StaffReport;
import org.ximen.district.Point;

/**
 * What was found on patrol, as far as it has been told.
 *
 * @param photos ids of accepted pictures
 * @param category code, where it was chosen
 * @param meant whether the member said that it is a find of theirs
 */
record PatrolFind(
        List<String> photos,
        String words,
        @Nullable Point point,
        @Nullable String category,
        boolean meant) {
    static final PatrolFind NONE = new PatrolFind(List.of(), "", null, null, false);

    private static final String SPLIT = "\n";
    private static final int FIELDS = 5;

    PatrolFind {
        photos = List.copyOf(photos);
        words = words.strip();
    }

    /** The same with what a message tells and shows, too. */
    PatrolFind and(List<String> shown, String said, @Nullable Point here) {
        var all = Stream.concat(photos.stream(), shown.stream()).distinct().toList();
        var told = Stream.of(words, said.strip()).filter(each -> !each.isEmpty()).toList();
        return new PatrolFind(
                all, String.join("，", told), here == null ? point : here, category, meant);
    }

    PatrolFind of(String code) {
        return new PatrolFind(photos, words, point, code, meant);
    }

    PatrolFind nowhere() {
        return new PatrolFind(photos, words, null, category, meant);
    }

    PatrolFind meantSo() {
        return new PatrolFind(photos, words, point, category, true);
    }

    /**
     * As it would be filed.
     *
     * @param kind name of the category, which stands for words where there are none
     */
    StaffReport report(String kind) {
        var origin = new CaseOrigin(CaseSource.PATROL, null);
        var said = words.isEmpty() ? kind : words;
        return new StaffReport(said, null, point, category, origin, null, photos);
    }

    /** As it is kept between two messages. */
    String written() {
        return String.join(
                SPLIT,
                String.join(",", photos),
                point == null
                        ? ""
                        : String.format(Locale.ROOT, "%f,%f", point.latitude(), point.longitude()),
                category == null ? "" : category,
                meant ? "1" : "",
                words);
    }

    /** What was written; {@link #NONE} if it was something else. */
    static PatrolFind read(String written) {
        var parts = written.split(SPLIT, FIELDS);
        if (parts.length < FIELDS) {
            return NONE;
        }
        return new PatrolFind(
                listed(parts[0]),
                parts[4],
                parts[1].isEmpty() ? null : point(parts[1].split(",")),
                parts[2].isEmpty() ? null : parts[2],
                !parts[3].isEmpty());
    }

    private static List<String> listed(String joined) {
        var all = new ArrayList<>(List.of(joined.split(",")));
        all.removeIf(String::isEmpty);
        return all;
    }

    private static Point point(String[] numbers) {
        return new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }
}
