package org.ximen.dialogue.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.directory.AskedWhen;
import org.ximen.directory.Directory;
import org.ximen.directory.FactWanted;
import org.ximen.directory.OpeningHours;
import org.ximen.directory.PlaceFinding;
import org.ximen.directory.PlaceToGo;
import org.ximen.district.Area;
import org.ximen.workdays.WorkCalendar;

/** Says facts of one place. */
final class PlaceWords {
    private final Directory directory;
    private final SkillTexts texts;
    private final HoursWords hours;

    PlaceWords(SkillTexts texts, Directory directory, WorkCalendar calendar) {
        this.texts = texts;
        this.directory = directory;
        this.hours = new HoursWords(texts, calendar);
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    /** Whether any of these is known of it. */
    boolean knows(PlaceToGo place, List<FactWanted> facts) {
        return facts.stream().anyMatch(fact -> knows(place, fact));
    }

    /** Of a place without an address it is known in which part of the street it is. */
    private boolean knows(PlaceToGo place, FactWanted wanted) {
        return place.tells(wanted) || wanted == FactWanted.WHERE && part(place).isPresent();
    }

    /** The part of the street that it is in; of who has their name from it nothing is told so. */
    private Optional<Area> part(PlaceToGo place) {
        return directory.area(place).filter(area -> !area.name().equals(place.name()));
    }

    /** What is known, and then what is not registered. */
    String told(Turn turn, PlaceToGo place, PlaceFinding.Told told) {
        var known = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var fact : once(told.facts())) {
            if (knows(place, fact)) {
                known.add(fact(turn, place, fact, told.when()));
            } else {
                unknown.add(say(turn, "fact." + fact.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (told.facts().equals(List.of(FactWanted.DONE)) && place.hours() != null) {
            known.add(fact(turn, place, FactWanted.HOURS, told.when()));
        }
        var first = known.stream().map(String::strip).collect(Collectors.joining(say(turn, "gap")));
        return unknown.isEmpty()
                ? first
                : (first + say(turn, "gap") + unknown(turn, place, unknown)).strip();
    }

    /** When it opens and when it closes is told in one. */
    private static List<FactWanted> once(List<FactWanted> facts) {
        var hours = facts.stream().filter(FactWanted::isHours).findFirst();
        return facts.stream()
                .filter(fact -> !fact.isHours() || hours.filter(fact::equals).isPresent())
                .toList();
    }

    private String unknown(Turn turn, PlaceToGo place, List<String> facts) {
        var all = String.join(say(turn, "comma"), facts);
        return say(turn, "unknown", place.shown(turn.language()), all);
    }

    private String fact(Turn turn, PlaceToGo place, FactWanted wanted, AskedWhen when) {
        var name = place.shown(turn.language());
        return switch (wanted) {
            case PHONE -> say(turn, "phone", name, Objects.requireNonNull(place.phone()));
            case WHO -> say(turn, "who", name, Objects.requireNonNull(place.host()));
            case ROUTE -> say(turn, "route", name, Objects.requireNonNull(place.transit()));
            case DONE -> say(turn, "done", name);
            case HOURS, OPENS, CLOSES ->
                    hours(
                            turn,
                            name,
                            Objects.requireNonNull(place.hours()),
                            new AskedHours(wanted, when));
            case WHERE, NEAREST, BELONGS, SAME, HANDLED, FIGURES, NONE -> where(turn, place, name);
        };
    }

    String hours(Turn turn, String name, OpeningHours open, AskedHours asked) {
        var note = open.note(turn.language());
        var told = hours.told(turn, name, open, asked).strip();
        return note.isEmpty() ? told : told + say(turn, "gap") + note;
    }

    /** Where it is, as far as that is known. */
    String where(Turn turn, PlaceToGo place, String name) {
        var area = part(place).map(each -> each.shown(turn.language()));
        var address = place.address(turn.language());
        if (address.isEmpty()) {
            return area.map(each -> say(turn, "where.area", name, each))
                    .orElseGet(() -> say(turn, "unknown", name, say(turn, "fact.where")));
        }
        return area.map(each -> say(turn, "where.in", name, address, each))
                .orElseGet(() -> say(turn, "where", name, address));
    }
}
