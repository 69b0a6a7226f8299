package org.ximen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.text.Plain;

/** Finds by which names a text calls places and kinds of places. */
final class PlaceNames {
    // 文化中心的图书室, the park's toilet: what stands last is meant.
    private static final Set<String> GLUE = Set.of("", " ", "的", "里", "里的", "里面的", "那个", "、");

    private final List<Called> names = new ArrayList<>();
    private final List<UsedWords> uses = new ArrayList<>();

    /**
     * A name as it is compared, and all that it may stand for.
     *
     * @param timed whether only a time can be asked of it
     * @param used whether it is what somebody named besides wants there, which tells more
     */
    record Called(
            String text,
            List<PlaceToGo> places,
            @Nullable PlaceKind kind,
            boolean timed,
            boolean used) {
        static Called of(String text, PlaceKind kind) {
            return new Called(text, List.of(), kind, false, false);
        }

        /** Whether it stands for a place. */
        boolean means() {
            return kind != null || !places.isEmpty();
        }
    }

    /**
     * A name in a text.
     *
     * @param from first character
     * @param to first character after it
     */
    record Named(int from, int to, Called called) {
        boolean overlaps(Named other) {
            return from < other.to && other.from < to;
        }
    }

    private record UsedWords(List<Called> by, List<Called> wants) {}

    PlaceNames(List<PlaceKind> kinds, List<PlaceToGo> places) {
        places.stream()
                .flatMap(place -> names(place).map(Plain::comparable))
                .distinct()
                .forEach(name ->
                        names.add(new Called(name, called(name, places), null, false, false)));
        for (var kind : kinds) {
            names(kind).forEach(name -> names.add(Called.of(name, kind)));
            words(kind.timed())
                    .forEach(name -> names.add(new Called(name, List.of(), kind, true, false)));
            kind.uses().forEach(use -> uses.add(used(kind, use)));
        }
        // Of equal names a place comes before a kind, as the sort is stable.
        names.sort(LONGEST_FIRST);
    }

    private static final Comparator<Called> LONGEST_FIRST =
            Comparator.comparingInt((Called name) -> name.text().length()).reversed();

    private static UsedWords used(PlaceKind kind, PlacesFile.Use use) {
        var by = words(use.by()).map(word -> new Called(word, List.of(), null, false, true));
        var with =
                words(use.wants())
                        .map(word -> new Called(word, List.of(), kind, use.isTimed(), true));
        return new UsedWords(
                by.sorted(LONGEST_FIRST).toList(), with.sorted(LONGEST_FIRST).toList());
    }

    private static Stream<String> words(List<String> written) {
        return written.stream().map(Plain::comparable).distinct();
    }

    private static Stream<String> names(PlaceToGo place) {
        var english = Stream.ofNullable(place.english());
        var names = place.names().stream();
        return Stream.of(Stream.of(place.name()), names, english).flatMap(each -> each);
    }

    private static Stream<String> names(PlaceKind kind) {
        var all =
                Stream.of(
                        Stream.of(kind.name()),
                        kind.names().stream(),
                        Stream.ofNullable(kind.english()));
        return all.flatMap(each -> each).map(Plain::comparable).distinct();
    }

    private static List<PlaceToGo> called(String name, List<PlaceToGo> places) {
        return places.stream()
                .filter(place -> names(place).map(Plain::comparable).anyMatch(name::equals))
                .toList();
    }

    /**
     * The names in a comparable text, in its order, those next to each other as one; and the words
     * for who uses a place, which mean nothing by themselves.
     */
    List<Named> in(String plain) {
        var found = new ArrayList<Named>();
        uses.forEach(use -> used(plain, use).ifPresent(all -> add(found, all)));
        add(found, named(plain, names));
        found.sort(Comparator.comparingInt(Named::from));
        return joined(plain, found);
    }

    private static Optional<List<Named>> used(String plain, UsedWords use) {
        var with = named(plain, use.wants());
        var all = new ArrayList<>(with);
        add(all, named(plain, use.by()));
        return with.isEmpty() || all.size() == with.size() ? Optional.empty() : Optional.of(all);
    }

    /** The longest first, each part of the text once. */
    private static List<Named> named(String plain, List<Called> names) {
        var found = new ArrayList<Named>();
        for (var name : names) {
            int at = plain.indexOf(name.text());
            for (; at >= 0; at = plain.indexOf(name.text(), at + 1)) {
                var named = new Named(at, at + name.text().length(), name);
                if (isWhole(plain, named)) {
                    add(found, List.of(named));
                }
            }
        }
        return found;
    }

    private static void add(List<Named> found, List<Named> more) {
        more.stream()
                .filter(named -> found.stream().noneMatch(named::overlaps))
                .forEach(found::add);
    }

    /** English names are whole words, perhaps of several: toilets. */
    private static boolean isWhole(String plain, Named named) {
        boolean plural = named.to() < plain.length() && plain.charAt(named.to()) == 's';
        return !isLatin(plain, named.from() - 1, named.from())
                && !isLatin(plain, named.to() - 1, plural ? named.to() + 1 : named.to());
    }

    private static boolean isLatin(String plain, int before, int after) {
        return before >= 0
                && after < plain.length()
                && isLatin(plain.charAt(before))
                && isLatin(plain.charAt(after));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static List<Named> joined(String plain, List<Named> found) {
        var joined = new ArrayList<Named>();
        for (var named : found) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && GLUE.contains(plain.substring(before.to(), named.from()))) {
                var last = named.called().means() ? named.called() : before.called();
                joined.set(joined.size() - 1, new Named(before.from(), named.to(), last));
            } else {
                joined.add(named);
            }
        }
        return joined;
    }
}
