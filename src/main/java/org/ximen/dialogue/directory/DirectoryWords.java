package org.ximen.dialogue.directory;

import static org.ximen.chat.Reply.Kind.ANSWER;
import static org.ximen.chat.Reply.Kind.HELP;
import static org.ximen.chat.Reply.Kind.QUESTION;
import static org.ximen.chat.Reply.Kind.REFUSAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    // More places than these are not listed.
    private static final int FEW = 3;
    // Of so many the names are told.
    private static final int SOME = 6;

    private final SkillTexts texts;
    private final PlaceWords places;

    DirectoryWords(SkillTexts texts, Directory directory, WorkCalendar calendar) {
        this.texts = texts;
        this.places = new PlaceWords(texts, directory, calendar);
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
                || told.places().stream().anyMatch(place -> places.knows(place, told.facts()));
    }

    Reply reply(Turn turn, PlaceFinding finding) {
        return switch (finding) {
            case PlaceFinding.Told told -> told(turn, told);
            case PlaceFinding.Alike alike -> alike(turn, alike);
            case PlaceFinding.There there -> there(turn, there);
            case PlaceFinding.Nearest near -> nearest(turn, near);
            case PlaceFinding.Which which -> which(turn, which);
            case PlaceFinding.FromWhere from -> fromWhere(turn, from);
        };
    }

    private Reply told(Turn turn, PlaceFinding.Told told) {
        var text = lines(turn, told);
        if (!knows(told)) {
            var choices = new ArrayList<>(List.of(more(turn, told)));
            choices.add(texts.button(turn.language(), "person"));
            return Reply.of(REFUSAL, text, choices);
        }
        return Reply.cited(ANSWER, text, citations(turn, told), more(turn, told));
    }

    private String lines(Turn turn, PlaceFinding.Told told) {
        var lines = new ArrayList<String>();
        for (var place : told.places()) {
            lines.add(places.told(turn, place, told) + mark(turn, told, lines.size()));
        }
        return String.join("\n", lines);
    }

    private String mark(Turn turn, PlaceFinding.Told told, int index) {
        var place = told.places().get(index);
        boolean guess = told.facts().stream().anyMatch(place::isGuess);
        return places.knows(place, told.facts())
                ? (guess ? say(turn, "guess") : "") + "〔" + (index + 1) + "〕"
                : "";
    }

    private String guess(Turn turn, PlaceToGo place) {
        return place.isGuess() ? say(turn, "guess") : "";
    }

    /** All places of the kind in one sentence. */
    private Reply alike(Turn turn, PlaceFinding.Alike alike) {
        var first = alike.places().getFirst();
        var fact = alike.facts().getFirst();
        var name = say(turn, "each", shown(turn, alike.kind()));
        var hours = Objects.requireNonNull(first.hours());
        var text = places.hours(turn, name, hours, new AskedHours(fact, alike.when()));
        var mark = first.isGuess(fact) ? say(turn, "guess") : "";
        var cited = List.of(citation(turn, name, first, alike));
        return Reply.cited(ANSWER, text + mark + "〔1〕", cited);
    }

    private Reply there(Turn turn, PlaceFinding.There there) {
        var name = there.place().shown(turn.language());
        var text = say(turn, "there", name) + guess(turn, there.place()) + "〔1〕";
        var told =
                new PlaceFinding.Told(
                        List.of(FactWanted.BELONGS), List.of(there.place()), AskedWhen.UNSAID);
        return Reply.cited(ANSWER, text, citations(turn, told), more(turn, told));
    }

    private Reply nearest(Turn turn, PlaceFinding.Nearest near) {
        var lines = new ArrayList<String>();
        for (var each : near.distant()) {
            var place = each.place();
            var metres = each.metres();
            var far = metres == null ? "" : say(turn, "far", Math.round(metres / TEN) * TEN);
            var where = places.where(turn, place, place.shown(turn.language()) + far);
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

    private Reply fromWhere(Turn turn, PlaceFinding.FromWhere from) {
        var text = whereabouts(turn, from);
        var told =
                new PlaceFinding.Told(List.of(FactWanted.WHERE), from.options(), AskedWhen.UNSAID);
        var reply =
                from.options().size() > FEW
                        ? Reply.of(QUESTION, text)
                        : Reply.cited(
                                QUESTION, text + "\n" + lines(turn, told), citations(turn, told));
        return reply.wishing(Reply.Wish.LOCATION);
    }

    /** Of those that have a part of the street each, it is told which it may be. */
    private String whereabouts(Turn turn, PlaceFinding.FromWhere from) {
        var kind = shown(turn, from.kind());
        if (!from.kind().isEverywhere()) {
            return say(turn, "from", kind);
        }
        var names = from.options().stream().map(place -> place.shown(turn.language())).toList();
        return names.size() > SOME
                ? say(turn, "from.which", kind)
                : say(turn, "from.among", String.join(say(turn, "comma"), names), kind);
    }

    private static String shown(Turn turn, PlaceKind kind) {
        var english = kind.english();
        return turn.language().of(kind.name(), english == null ? "" : english);
    }

    private List<Citation> citations(Turn turn, PlaceFinding finding) {
        return finding.places().stream()
                .map(place -> citation(turn, place.shown(turn.language()), place, finding))
                .toList();
    }

    private Citation citation(Turn turn, String name, PlaceToGo place, PlaceFinding finding) {
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
                place.source(),
                turn.language().code());
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
                .noneMatch(fact -> fact == field || isHours(fact) && field.isHours());
    }

    /** Where something is done, one is told the hours as well. */
    private static boolean isHours(FactWanted fact) {
        return fact.isHours() || fact == FactWanted.DONE;
    }

    /** A button for what can be asked. */
    String label(Turn turn, FactWanted fact) {
        return say(turn, "label." + fact.name().toLowerCase(Locale.ROOT));
    }

    Reply gone(Turn turn) {
        return Reply.of(HELP, say(turn, "gone"));
    }
}
