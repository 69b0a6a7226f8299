package org.ximen.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.district.PlaceSpan;
import org.ximen.district.Point;
import org.ximen.text.Plain;

/** Finds what a question names: places, kinds, days, other places. */
final class QuestionReader {
    private static final int READ = 100;

    private final District district;
    private final DayWords dayWords;
    private final List<Name> names = new ArrayList<>();

    /** A name as it is compared, and all that it may stand for. */
    private record Name(
            String text, List<PlaceToGo> places, @Nullable PlaceKind kind, boolean timed) {}

    /** Where the rest of a question is said to be. */
    private record Around(
            boolean placed, @Nullable Area area, @Nullable Point point, String rest) {}

    QuestionReader(
            List<PlaceKind> kinds, List<PlaceToGo> places, District district, DayWords dayWords) {
        this.district = district;
        this.dayWords = dayWords;
        places.stream()
                .flatMap(place -> names(place).map(Plain::comparable))
                .distinct()
                .forEach(name -> names.add(new Name(name, called(name, places), null, false)));
        for (var kind : kinds) {
            names(kind).forEach(name -> names.add(new Name(name, List.of(), kind, false)));
            kind.timed().stream()
                    .map(Plain::comparable)
                    .forEach(name -> names.add(new Name(name, List.of(), kind, true)));
        }
        // Of equal names a place comes before a kind, as the sort is stable.
        names.sort(Comparator.comparingInt((Name name) -> name.text().length()).reversed());
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

    /** What it names; empty where it speaks of a place outside this street. */
    Optional<PlaceQuestion> read(String words, LocalDate today) {
        var plain = Plain.comparable(Plain.start(words, READ));
        if (district.outsideIn(plain).isPresent()) {
            return Optional.empty();
        }
        var name = names.stream().filter(each -> plain.contains(each.text())).findFirst();
        var masked =
                name.map(each -> masked(plain, each.text(), PlaceQuestion.PLACE)).orElse(plain);
        var day = dayWords.in(masked, today);
        var dayless =
                day.map(named -> replaced(masked, named.from(), named.to(), PlaceQuestion.DAY))
                        .orElse(masked);
        var around = around(dayless);
        return Optional.of(
                new PlaceQuestion(
                        name.map(Name::places).orElse(List.of()),
                        name.map(Name::kind).orElse(null),
                        name.map(Name::timed).orElse(false),
                        day.map(DayWords.Named::days),
                        around.placed(),
                        around.area(),
                        around.point(),
                        around.rest()));
    }

    private static String masked(String plain, String name, String mask) {
        int from = plain.indexOf(name);
        return replaced(plain, from, from + name.length(), mask);
    }

    private static String replaced(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    private Around around(String text) {
        var spans =
                district.placesIn(text).stream()
                        .filter(span -> span.evidence() != Evidence.RELATIVE && !span.denied())
                        .toList();
        if (spans.isEmpty()) {
            return district.neighbourhoodIn(text)
                    .map(area -> new Around(true, area, null, without(text, area)))
                    .orElse(new Around(false, null, null, text));
        }
        var place = spans.getFirst().place();
        var area = place.area();
        boolean everywhere = area != null && area.parent() == null && place.point() == null;
        return new Around(
                !everywhere, everywhere ? null : area, place.point(), without(text, spans));
    }

    private static String without(String text, Area area) {
        return text.replace(Plain.comparable(area.shortName()), "");
    }

    private static String without(String text, List<PlaceSpan> spans) {
        var rest = new StringBuilder(text);
        spans.stream()
                .sorted(Comparator.comparingInt(PlaceSpan::from).reversed())
                .forEach(span -> rest.delete(span.from(), Math.min(span.to(), rest.length())));
        return rest.toString();
    }
}
