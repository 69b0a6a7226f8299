package org.ximen.dialogue.directory;

import static org.ximen.chat.Reply.Kind.ANSWER;
import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.REFUSAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.directory.AskedWhen;
import org.ximen.directory.Directory;
import org.ximen.directory.FactWanted;
import org.ximen.directory.PlaceFinding;
import org.ximen.directory.PlaceToGo;
import org.ximen.directory.PlacesFile.PlaceKind;
import org.ximen.district.Area;
import org.ximen.workdays.WorkCalendar;

/** What is said of places to go. */
final class DirectoryWords {
    private static final List<FactWanted> FIELDS =
            List.of(
                    FactWanted.WHERE,
                    FactWanted.ROUTE,
                    FactWanted.PHONE,
                    FactWanted.HOURS,
                    FactWanted.WHO);
    private static final int TEN = 10;

    private final Directory directory;
    private final SkillTexts texts;
    private final HoursWords hours;

    DirectoryWords(SkillTexts texts, Directory directory, WorkCalendar calendar) {
        this.texts = texts;
        this.directory = directory;
        this.hours = new HoursWords(texts, calendar);
    }

    private String say(Turn turn, String key, Object... values) {
        return texts.say(turn.language(), key, values);
    }

    /** Whether it is a question to the person. */
    boolean asks(PlaceFinding finding) {
        return finding instanceof PlaceFinding.Which || finding instanceof PlaceFinding.FromWhere;
    }

    /** Whether what was asked for is known. */
    boolean knows(PlaceFinding finding) {
        return !(finding instanceof PlaceFinding.Told told)
                || told.places().stream().anyMatch(place -> knows(place, told));
    }

    private boolean knows(PlaceToGo place, PlaceFinding.Told told) {
        return told.facts().stream().anyMatch(fact -> knows(place, fact));
    }

    /** Of a place without an address it is known in which part of the street it is. */
    private boolean knows(PlaceToGo place, FactWanted wanted) {
        return place.tells(wanted) || wanted == FactWanted.WHERE && part(place).isPresent();
    }

    /** The part of the street that it is in; of who has their name from it nothing is told so. */
    private Optional<Area> part(PlaceToGo place) {
        return directory.area(place).filter(area -> !area.name().equals(place.name()));
    }

    Reply reply(Turn turn, PlaceFinding finding) {
        return switch (finding) {
            case PlaceFinding.Told told -> told(turn, told);
            case PlaceFinding.There there -> there(turn, there);
            case PlaceFinding.Nearest near -> nearest(turn, near);
            case PlaceFinding.Which which -> which(turn, which);
            case PlaceFinding.FromWhere from -> fromWhere(turn, from.kind());
        };
    }

    private Reply told(Turn turn, PlaceFinding.Told told) {
        var lines = new ArrayList<String>();
        for (var place : told.places()) {
            var facts = told.facts().stream().map(fact -> fact(turn, place, fact, told.when()));
            lines.add(facts.collect(Collectors.joining()).strip() + mark(turn, told, lines.size()));
        }
        var text = String.join("\n", lines);
        if (!knows(told)) {
            var choices = new ArrayList<>(List.of(more(turn, told)));
            choices.add(texts.button(turn.language(), "person"));
            return Reply.of(REFUSAL, text, choices);
        }
        return Reply.cited(ANSWER, text, citations(turn, told), more(turn, told));
    }

    private String mark(Turn turn, PlaceFinding.Told told, int index) {
        var place = told.places().get(index);
        boolean guess = told.facts().stream().anyMatch(place::isGuess);
        return knows(place, told)
                ? (guess ? say(turn, "guess") : "") + "〔" + (index + 1) + "〕"
                : "";
    }

    private String guess(Turn turn, PlaceToGo place) {
        return place.isGuess() ? say(turn, "guess") : "";
    }

    private String fact(Turn turn, PlaceToGo place, FactWanted wanted, AskedWhen when) {
        var name = place.shown(turn.language());
        return switch (wanted) {
            case PHONE -> told(turn, "phone", name, place.phone());
            case WHO -> told(turn, "who", name, place.host());
            case ROUTE -> told(turn, "route", name, place.transit());
            case DONE -> say(turn, "done", name);
            case HOURS, OPENS, CLOSES ->
                    place.hours() == null
                            ? say(turn, "unknown.hours", name)
                            : hours.told(turn, name, place.hours(), new AskedHours(wanted, when));
            case WHERE, NEAREST, BELONGS, SAME, HANDLED, NONE -> where(turn, place, name);
        };
    }

    private String told(Turn turn, String key, String name, @Nullable String value) {
        return value == null ? say(turn, "unknown." + key, name) : say(turn, key, name, value);
    }

    private String where(Turn turn, PlaceToGo place, String name) {
        var area = part(place).map(each -> each.shown(turn.language()));
        var address = place.address();
        if (address == null) {
            return area.map(each -> say(turn, "where.area", name, each))
                    .orElseGet(() -> say(turn, "unknown.where", name));
        }
        return area.map(each -> say(turn, "where.in", name, address, each))
                .orElseGet(() -> say(turn, "where", name, address));
    }

    private Reply there(Turn turn, PlaceFinding.There there) {
        var name = there.place().shown(turn.language());
        var text = say(turn, "there", name) + guess(turn, there.place()) + "〔1〕";
        var places = List.of(there.place());
        var told =
                new PlaceFinding.Told(List.of(FactWanted.BELONGS), places, AskedWhen.UNSAID);
        return Reply.cited(ANSWER, text, citations(turn, told), more(turn, told));
    }

    private Reply nearest(Turn turn, PlaceFinding.Nearest near) {
        var lines = new ArrayList<String>();
        for (var each : near.distant()) {
            var place = each.place();
            var metres = each.metres();
            var far = metres == null ? "" : say(turn, "far", Math.round(metres / TEN) * TEN);
            var where = where(turn, place, place.shown(turn.language()) + far);
            lines.add(where + guess(turn, place) + "〔" + (lines.size() + 1) + "〕");
        }
        return Reply.cited(ANSWER, String.join("\n", lines), citations(turn, near));
    }

    private Reply which(Turn turn, PlaceFinding.Which which) {
        var choices = new ArrayList<Choice>();
        for (var place : which.options()) {
            var value = place.id() + "." + FactButton.value(which.facts());
            choices.add(SkillTexts.labelled(place.shown(turn.language()), "place", value));
        }
        var kind = which.kind();
        var text = kind == null ? say(turn, "which") : say(turn, "which.kind", shown(turn, kind));
        return Reply.of(QUESTION, text, choices).wishing(Reply.Wish.LOCATION);
    }

    private Reply fromWhere(Turn turn, PlaceKind kind) {
        return Reply.of(QUESTION, say(turn, "from", shown(turn, kind)))
                .wishing(Reply.Wish.LOCATION);
    }

    private static String shown(Turn turn, PlaceKind kind) {
        var english = kind.english();
        return turn.language().of(kind.name(), english == null ? "" : english);
    }

    private List<Citation> citations(Turn turn, PlaceFinding finding) {
        return finding.places().stream().map(place -> citation(turn, place, finding)).toList();
    }

    private Citation citation(Turn turn, PlaceToGo place, PlaceFinding finding) {
        var name = place.shown(turn.language());
        boolean guess = finding.facts().stream().anyMatch(place::isGuess);
        var checked = guess ? null : place.checked();
        var section = checked == null ? name + " · " + say(turn, "unchecked") : name;
        return new Citation(
                "",
                say(turn, "directory"),
                section,
                null,
                null,
                null,
                null,
                checked,
                place.source());
    }

    /** What else is known of the place. */
    private Choice[] more(Turn turn, PlaceFinding.Told told) {
        var place = told.places().getFirst();
        return told.places().size() > 1
                ? new Choice[0]
                : FIELDS.stream()
                        .filter(field -> isMore(field, told) && place.tells(field))
                        .map(field ->
                                SkillTexts.labelled(
                                        label(turn, field), "place", place.id() + "." + field))
                        .toArray(Choice[]::new);
    }

    private static boolean isMore(FactWanted field, PlaceFinding.Told told) {
        return told.facts().stream()
                .noneMatch(fact -> fact == field || fact.isHours() && field.isHours());
    }

    /** A button for what can be asked. */
    String label(Turn turn, FactWanted fact) {
        return say(turn, "label." + fact.name().toLowerCase(Locale.ROOT));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"));
    }
}
