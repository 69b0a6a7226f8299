package org.ximen.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Evidence;
import org.ximen.district.PlaceSpan;
import org.ximen.district.Point;
import org.ximen.text.Plain;

/** Finds what a question names: places, kinds, days, times, other places. */
final class QuestionReader {
    private static final int READ = 150;
    // A blank ends a clause of Chinese, not a word of English.
    private static final Pattern BREAK =
            Pattern.compile("[。!?;,、\\n]+\\s*|\\.\\s|(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})|$");

    private final PlaceNames names;
    private final District district;
    private final DayWords dayWords;
    private final TimeWords timeWords;

    /** Where the rest of a clause is said to be. */
    private record Around(boolean placed, @Nullable Area area, @Nullable Point point, String rest) {
        static final Around NOWHERE = new Around(false, null, null, "");
    }

    private record Placed(AskedClause clause, Around around) {}

    QuestionReader(PlaceNames names, District district, DayWords dayWords, TimeWords timeWords) {
        this.names = names;
        this.district = district;
        this.dayWords = dayWords;
        this.timeWords = timeWords;
    }

    /** What it names; empty where it speaks of a place outside this street. */
    Optional<PlaceQuestion> read(String words, LocalDate today) {
        var plain = Plain.comparable(Plain.start(words, READ));
        return district.outsideIn(plain).isPresent()
                ? Optional.empty()
                : Optional.of(question(district.withoutStreet(plain), today));
    }

    private PlaceQuestion question(String plain, LocalDate today) {
        var named = names.in(plain);
        var clauses = new ArrayList<AskedClause>();
        var where = Around.NOWHERE;
        int from = 0;
        var end = BREAK.matcher(plain);
        while (end.find()) {
            if (isInside(end.start(), named)) {
                continue;
            }
            var clause = clause(plain, within(named, from, end.start()), from, end.start(), today);
            clauses.add(clause.clause());
            where = where.placed() ? where : clause.around();
            from = end.end();
        }
        return new PlaceQuestion(clauses, where.placed(), where.area(), where.point());
    }

    /** 磨剪刀、修棕绷 are one name. */
    private static boolean isInside(int at, List<PlaceNames.Named> named) {
        return named.stream().anyMatch(each -> each.from() < at && at < each.to());
    }

    private static List<PlaceNames.Named> within(List<PlaceNames.Named> named, int from, int to) {
        return named.stream().filter(each -> each.from() >= from && each.to() <= to).toList();
    }

    private Placed clause(
            String plain, List<PlaceNames.Named> named, int from, int to, LocalDate today) {
        var text = masked(plain, named, from, to);
        var clock = timeWords.clock(text);
        var time = clock.<AskedTime>map(TimeWords.Clocked::moment).or(() -> timeWords.part(text));
        var timeless =
                clock.map(at -> replaced(text, at.from(), at.to(), AskedClause.TIME)).orElse(text);
        var day = dayWords.in(timeless, today);
        var dayless =
                day.map(at -> replaced(timeless, at.from(), at.to(), AskedClause.DAY))
                        .orElse(timeless);
        var around = around(dayless);
        var called =
                named.stream()
                        .map(PlaceNames.Named::called)
                        .filter(PlaceNames.Called::means)
                        .toList();
        var when = new AskedWhen(day.map(DayWords.Named::days), time);
        return new Placed(new AskedClause(around.rest(), when, called), around);
    }

    /** Who uses a place is left out, as what is meant is said in other words. */
    private static String masked(String plain, List<PlaceNames.Named> named, int from, int to) {
        var masked = new StringBuilder();
        int at = from;
        for (var each : named) {
            masked.append(plain, at, each.from());
            masked.append(each.called().means() ? AskedClause.PLACE : "");
            at = each.to();
        }
        return masked.append(plain, at, to).toString();
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
                    .orElseGet(() -> new Around(false, null, null, text));
        }
        var place = spans.getFirst().place();
        var area = place.area();
        boolean everywhere = area != null && area.parent() == null && place.point() == null;
        return new Around(
                !everywhere, everywhere ? null : area, place.point(), withoutSpans(text, spans));
    }

    private static String without(String text, Area area) {
        return text.replace(Plain.comparable(area.shortName()), "");
    }

    private static String withoutSpans(String text, List<PlaceSpan> spans) {
        var rest = new StringBuilder(text);
        spans.stream()
                .sorted(Comparator.comparingInt(PlaceSpan::from).reversed())
                .forEach(span -> rest.delete(span.from(), Math.min(span.to(), rest.length())));
        return rest.toString();
    }
}
