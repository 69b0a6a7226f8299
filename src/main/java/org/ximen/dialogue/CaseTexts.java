package org.ximen.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.chat.Choice;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** Cases in words, for every skill that speaks of them. */
public final class CaseTexts {
    private final SkillTexts texts = new SkillTexts(CaseTexts.class);
    private final District district;

    /** Names departments and areas of this street. */
    public CaseTexts(District district) {
        this.district = district;
    }

    /** Kind, place, who has it and until when; a line each. */
    public String facts(Language language, GridCase shown, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(language, "case.kind", shown.category().shown(language)));
        lines.add(texts.say(language, "case.place", place(language, shown)));
        lines.add(texts.say(language, "case.unit", department(language, shown.department())));
        var guessed = shown.hasGuessedLimit() ? texts.say(language, "case.guess") : "";
        until(language, "case.until", shown, now).ifPresent(until -> lines.add(until + guessed));
        shown.lastEnd().ifPresent(end -> lines.add(result(language, shown, end)));
        return String.join("\n", lines);
    }

    /** What came of it, with what its handlers wrote to the reporter at the end. */
    private String result(Language language, GridCase shown, Event end) {
        var outcome = shown.outcome();
        var named = outcome == null ? shown.state().shown(language) : outcome.shown(language);
        var note = end.note();
        return note == null
                ? texts.say(language, "case.result", named)
                : texts.say(language, "case.result.note", named, note);
    }

    private String place(Language language, GridCase shown) {
        return shown.place().isEmpty()
                ? placed(language, texts.say(language, "case.nowhere"), shown.area())
                : placed(language, named(language, shown.place()), shown.area());
    }

    /** A place as staff read it, with its English form for who speaks English. */
    public String named(Language language, String place) {
        return language == Language.EN
                ? district.inEnglish(place)
                        .map(english -> texts.say(language, "case.both", place, english))
                        .orElse(place)
                : place;
    }

    /** Words for a place, with its area where that is known. */
    public String placed(Language language, String place, @Nullable Area area) {
        return area == null ? place : texts.say(language, "case.area", place, area.shown(language));
    }

    /** Who has it. */
    public String department(Language language, @Nullable String id) {
        return id == null
                ? texts.say(language, "case.unassigned")
                : district.department(id).map(known -> known.shown(language)).orElse(id);
    }

    /** Number, kind, place, stage and deadline in one line. */
    public String line(Language language, GridCase shown, Instant now) {
        List<String> parts = new ArrayList<>();
        parts.add(shown.number() + " · " + name(language, shown));
        parts.add(stands(language, shown));
        until(language, "case.short.until", shown, now).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    /**
     * Until when it is to be handled, or that it is late; empty where that is over, or it was
     * handled and is being checked.
     */
    private Optional<String> until(Language language, String key, GridCase shown, Instant now) {
        var until = shown.deadline();
        boolean late = shown.overdue(now);
        if (until == null || shown.state().over() || !late && until.isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(texts.say(language, late ? key + ".past" : key, time(language, until)));
    }

    /** The same for somebody who did not report it: whose home it is stays out. */
    public String lineOfAnother(Language language, GridCase shown) {
        var place = named(language, district.withoutRoom(shown.place()));
        return String.join(
                " · ",
                shown.number(),
                shown.category().shown(language),
                place,
                stands(language, shown));
    }

    /** Kind and place. */
    public String name(Language language, GridCase shown) {
        return shown.category().shown(language) + " · " + named(language, shown.place());
    }

    private String stands(Language language, GridCase shown) {
        return texts.say(
                language,
                "case.stands",
                shown.stage().shown(language),
                shown.state().shown(language));
    }

    /** The whole case with its history. */
    public String whole(Language language, GridCase shown, Instant now) {
        var history =
                shown.history().stream()
                        .map(event -> time(language, event.at()) + " " + event.shown(language))
                        .collect(Collectors.joining("\n"));
        return shown.number()
                + " · "
                + stands(language, shown)
                + "\n"
                + facts(language, shown, now)
                + "\n"
                + history;
    }

    /** As people read it here, such as 11月22日 18:00. */
    public static String time(Language language, Instant at) {
        return language.moment(at.atZone(WorkCalendar.ZONE));
    }

    /** A button that shows one's own cases. */
    public Choice status(Language language) {
        return texts.button(language, "status");
    }

    /** A button that shows a case. */
    public Choice open(Language language, String number) {
        return texts.button(language, "case", number, number);
    }
}
