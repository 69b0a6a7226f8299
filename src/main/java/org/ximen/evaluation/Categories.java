package org.ximen.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ximen.cases.Category;
import org.ximen.district.Place;
import org.ximen.text.Plain;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.understanding.MessageReading;
import org.ximen.understanding.PlaceMention;

/** Whether reports are read right: kind, urgency, danger, place. */
final class Categories {
    private static final double ENOUGH = 0.5;
    private static final Set<Level> PRESSING = EnumSet.of(Level.NOW, Level.HAZARD);
    private static final Set<Level> ALARMING = EnumSet.of(Level.NOW, Level.SOFT, Level.HAZARD);

    private final List<Report> reports = new ArrayList<>();

    private record Report(
            String category,
            boolean urgent,
            boolean dangerous,
            List<String> places,
            String area,
            MessageReading reading,
            boolean seemsUrgent) {
        List<String> codes() {
            return reading.categories().stream().map(CategoryGuess::code).toList();
        }

        Optional<Place> place() {
            return reading.places().stream().findFirst().map(PlaceMention::place);
        }

        boolean seemsDangerous() {
            return ALARMING.contains(reading.danger().level());
        }

        boolean first() {
            return !codes().isEmpty() && codes().getFirst().equals(category);
        }

        boolean placed() {
            return place().stream()
                    .anyMatch(at -> places.stream().anyMatch(gold -> alike(gold, at.text())));
        }

        boolean inArea() {
            return place().map(Place::area).filter(found -> found.name().equals(area)).isPresent();
        }
    }

    /**
     * @param read what can be read from a report's words
     * @param category the category of a code
     */
    Categories(
            List<Line> lines,
            Function<String, MessageReading> read,
            Function<String, Category> category) {
        lines.forEach(line -> reports.add(report(line, read, category)));
    }

    private static Report report(
            Line line, Function<String, MessageReading> read, Function<String, Category> category) {
        var danger = line.optional("danger");
        var reading = read.apply(line.text("text"));
        return new Report(
                line.text("category"),
                line.flag("urgent"),
                !danger.isEmpty() && !danger.equals("none"),
                places(line),
                line.optional("neighbourhood"),
                reading,
                isUrgent(reading, category));
    }

    /** By the danger, or by the kind of thing. */
    private static boolean isUrgent(MessageReading reading, Function<String, Category> category) {
        return PRESSING.contains(reading.danger().level())
                || reading.categories().stream()
                        .limit(1)
                        .anyMatch(guess -> category.apply(guess.code()).urgent());
    }

    /** As written, and with its slips of the pen mended. */
    private static List<String> places(Line line) {
        var places = new ArrayList<>(List.of(line.optional("place"), line.optional("place_fixed")));
        places.removeIf(String::isBlank);
        return places;
    }

    Figures figures() {
        return new Figures()
                .count("items", reports.size())
                .share("top1", count(Report::first), reports.size())
                .share("top3", count(r -> r.codes().contains(r.category())), reports.size())
                .share("urgent_recall", count(found(Report::urgent, Report::seemsUrgent)), urgent())
                .share(
                        "danger_recall",
                        count(found(Report::dangerous, Report::seemsDangerous)),
                        dangerous())
                .share("place", count(Report::placed), count(r -> !r.places().isEmpty()))
                .share("area", count(Report::inArea), count(r -> !r.area().isEmpty()));
    }

    /** What was found where there was nothing, which the figures do not show. */
    String details() {
        long calm = reports.size() - urgent();
        long safe = reports.size() - dangerous();
        long nowhere = count(r -> r.places().isEmpty());
        return "误报紧急 %d/%d，误报危险 %d/%d，没有地点却读出 %d/%d"
                .formatted(
                        count(found(r -> !r.urgent(), Report::seemsUrgent)),
                        calm,
                        count(found(r -> !r.dangerous(), Report::seemsDangerous)),
                        safe,
                        count(found(r -> r.places().isEmpty(), r -> r.place().isPresent())),
                        nowhere);
    }

    private static Predicate<Report> found(Predicate<Report> gold, Predicate<Report> read) {
        return report -> gold.test(report) && read.test(report);
    }

    private long urgent() {
        return count(Report::urgent);
    }

    private long dangerous() {
        return count(Report::dangerous);
    }

    private long count(Predicate<Report> test) {
        return reports.stream().filter(test).count();
    }

    /** One holds the other, or half of the longer one's characters are in both. */
    static boolean alike(String gold, String found) {
        var a = Plain.comparable(gold).replace(" ", "");
        var b = Plain.comparable(found).replace(" ", "");
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return a.contains(b)
                || b.contains(a)
                || common(a, b) >= ENOUGH * Math.max(a.length(), b.length());
    }

    private static int common(String a, String b) {
        Map<Integer, Integer> left = new HashMap<>();
        a.chars().forEach(c -> left.merge(c, 1, Integer::sum));
        return (int) b.chars().filter(c -> left.merge(c, -1, Integer::sum) >= 0).count();
    }
}
