package org.ximen.dialogue;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.GridCase;
import org.ximen.chat.Choice;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.workdays.WorkCalendar;

/** Cases in words, for every skill that speaks of them. */
public final class CaseTexts {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(WorkCalendar.ZONE);

    private final SkillTexts texts = new SkillTexts(CaseTexts.class);
    private final District district;

    /** Names departments and areas of this street. */
    public CaseTexts(District district) {
        this.district = district;
    }

    /** Kind, place, who has it and until when; a line each. */
    public String facts(Language language, GridCase shown) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(language, "case.kind", shown.category().shown()));
        lines.add(texts.say(language, "case.place", place(language, shown)));
        lines.add(texts.say(language, "case.unit", department(language, shown.department())));
        var until = shown.deadline();
        if (until != null && !shown.state().over()) {
            lines.add(texts.say(language, "case.until", time(until)));
        }
        return String.join("\n", lines);
    }

    private String place(Language language, GridCase shown) {
        var area = shown.area();
        var place = shown.place().isEmpty() ? texts.say(language, "case.nowhere") : shown.place();
        return place + (area == null ? "" : "（" + area.name() + "）");
    }

    /** Who has it. */
    public String department(Language language, @Nullable String id) {
        return id == null
                ? texts.say(language, "case.unassigned")
                : district.department(id).map(Department::name).orElse(id);
    }

    /** Number, kind, place, stage and deadline in one line. */
    public String line(GridCase shown) {
        List<String> parts = new ArrayList<>();
        parts.add(shown.number() + " · " + shown.category().shown() + " · " + shown.place());
        parts.add(shown.stage().shown() + "（" + shown.state().shown() + "）");
        var until = shown.deadline();
        if (until != null && !shown.state().over()) {
            parts.add(time(until) + " 前处理");
        }
        return String.join(" · ", parts);
    }

    /** The whole case with its history. */
    public String whole(Language language, GridCase shown) {
        var history =
                shown.history().stream()
                        .map(event -> time(event.at()) + " " + event.shown())
                        .collect(Collectors.joining("\n"));
        return shown.number()
                + " · "
                + shown.stage().shown()
                + "（"
                + shown.state().shown()
                + "）\n"
                + facts(language, shown)
                + "\n"
                + history;
    }

    /** As people here read it, such as 11月22日 18:00. */
    public static String time(Instant at) {
        return WHEN.format(at);
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
