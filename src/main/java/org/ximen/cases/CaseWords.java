package org.ximen.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.district.District;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** What the people of a case are told. */
public final class CaseWords {
    private final BilingualTexts texts = new BilingualTexts(CaseWords.class);
    private static final int MOST_NAMED = 10;
    private static final Set<Verb> LATER = EnumSet.of(Verb.EXTEND, Verb.GRANT, Verb.SUSPEND);
    private static final Set<Verb> ANEW =
            EnumSet.of(Verb.DISPATCH, Verb.REDISPATCH, Verb.REOPEN, Verb.APPEAL);

    private final District district;
    private final WorkCalendar calendar;

    public CaseWords(District district, WorkCalendar calendar) {
        this.district = district;
        this.calendar = calendar;
    }

    /** An instant as people here read it, such as 11月22日 18:00; with the year if it is another. */
    public static String time(Instant at, Instant now) {
        return time(Language.ZH, at, now);
    }

    /** The time to a limit in the largest unit that says enough: 还有 3 小时, 超 2 天. */
    public static String left(@Nullable Instant deadline, Instant now) {
        if (deadline == null) {
            return "暂停计时";
        }
        var span = Duration.between(now, deadline);
        return (span.isNegative() ? "超 " : "还有 ") + span(span.abs());
    }

    private static String span(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " 天";
        }
        return span.toHours() >= 1 ? span.toHours() + " 小时" : span.toMinutes() + " 分钟";
    }

    private static String time(Language language, Instant at, Instant now) {
        return language.moment(at.atZone(WorkCalendar.ZONE), now.atZone(WorkCalendar.ZONE));
    }

    /** Number, kind and place: XM-20261122-0001（污水井盖缺失，文庙路学前街口）. */
    private String name(Language language, GridCase item) {
        var place = item.place();
        var at = place.isEmpty() ? "" : texts.say(language, "at", place);
        return texts.say(language, "name", item.number(), item.category().shown(language), at);
    }

    /**
     * A step as people are told of it.
     *
     * @param key of its text
     * @param note what staff wrote to them
     * @param other number of another case that came of it
     */
    record Told(String key, @Nullable String note, @Nullable String other) {
        static Told of(Move move) {
            return new Told(move.verb().name(), move.note(), move.into());
        }

        Told as(String another) {
            return new Told(another, note, other);
        }

        Told noting(@Nullable String another) {
            return new Told(key, another, other);
        }
    }

    /** The message about a step, for the one who reported or one who joined. */
    String told(
            Language language,
            GridCase item,
            Told told,
            Shown shown,
            boolean reporter,
            Instant now) {
        var step = new Step(language, item, told, now).told(shown);
        return texts.say(language, reporter ? "reported" : "followed", name(language, item), step);
    }

    /** What a step has to show, before it is written into the history. */
    static Shown shown(GridCase item, Told told, Evidence evidence) {
        if (told.key().equals(Verb.HANDLE.name())) {
            return Shown.of(evidence, PhotoPhase.AFTER, item.handlings() + 1);
        }
        return told.key().equals(Verb.VERIFY.name())
                ? Shown.of(evidence, PhotoPhase.VERIFIED, item.handlings())
                : Shown.NOTHING;
    }

    /** A picture, or why there is none. */
    record Shown(@Nullable CasePhoto photo, @Nullable PhotoWaiver waiver) {
        static final Shown NOTHING = new Shown(null, null);

        static Shown of(Evidence evidence, PhotoPhase phase, int handling) {
            return new Shown(
                    evidence.last(phase, handling).orElse(null),
                    evidence.waiver(phase, handling).orElse(null));
        }

        /** Which sentence is true: an odd picture proves no visit. */
        String key() {
            if (photo != null) {
                return photo.remarks().isEmpty() ? ".photo" : "";
            }
            return waiver == null ? "" : ".waived";
        }
    }

    /** Asks whether it is solved: buttons of one round. */
    List<Choice> solved(Language language, GridCase item, int round) {
        return Stream.of("solved", "partly", "unsolved")
                .map(name ->
                        new Choice(
                                texts.say(language, "button." + name),
                                name + ":" + item.number() + "." + round))
                .toList();
    }

    /** Asks once more somebody who said nothing. */
    String reminder(Language language, GridCase item) {
        return texts.say(language, "reminder", name(language, item));
    }

    /** What staff read of a case that waits for them. */
    String waiting(String why, GridCase item, Instant now) {
        var area = item.area();
        return (item.urgent() ? "【紧急】" : "")
                + why
                + "："
                + name(Language.ZH, item)
                + (area == null ? "" : "，" + area.name())
                + "。时限 "
                + time(item.clock().deadline(), now)
                + "。请到工作台查看。";
    }

    /** A button by which staff open a case in the chat that they bound. */
    static Choice card(GridCase item) {
        return new Choice("看这件", "t-card:" + item.number());
    }

    /** How much of the time of a stage has run: 办理时限已用 80%. */
    static String used(StageClock clock) {
        return clock.stage().shown() + "时限已用 " + clock.warned() + "%";
    }

    /** What staff read of a stage that runs late. */
    String late(GridCase item, StageClock clock, Instant now) {
        var own = clock.stage() == TimedStage.HANDLING;
        var until = own ? "" : "（" + time(clock.clock().deadline(), now) + " 到时）";
        return waiting(used(clock) + until, item, now);
    }

    /** What staff read every day of stages that are far behind their time. */
    static String lasting(List<Crew.Lasting> all) {
        var named =
                all.stream()
                        .limit(MOST_NAMED)
                        .map(each ->
                                each.item().number() + "（" + each.clock().stage().shown() + "）")
                        .collect(Collectors.joining("、"));
        return "用时已到时限三倍以上、还没有办好的有 "
                + all.size()
                + " 项："
                + named
                + (all.size() > MOST_NAMED ? " 等" : "")
                + "。请到工作台“今天”查看。";
    }

    /**
     * What people of a case read before it is late: only what is known.
     *
     * @param urged whether staff were told just now
     */
    String late(Language language, GridCase item, boolean reporter, boolean urged, Instant now) {
        var end = urged ? texts.say(language, "late.urged") : "";
        var words = lateness(language, item, now, end);
        return texts.say(language, reporter ? "reported" : "followed", name(language, item), words);
    }

    private String lateness(Language language, GridCase item, Instant now, String end) {
        var clock = item.clock();
        var until = time(language, clock.deadline(), now);
        if (now.isAfter(clock.deadline())) {
            return texts.say(language, "late.past", until, known(language, item), end);
        }
        // why more time is asked for is between the unit and the desk until that agrees
        return item.extension() == null
                ? texts.say(language, "late", until, known(language, item), end)
                : texts.say(
                        language,
                        "late.asked",
                        until,
                        time(language, clock.extended(calendar).deadline(), now),
                        end);
    }

    /** Why it takes longer, as people of the case were told since it was sent; else nothing. */
    private String known(Language language, GridCase item) {
        return item.history().reversed().stream()
                .takeWhile(event -> event.verb() == null || !ANEW.contains(event.verb()))
                .filter(event -> event.verb() != null && LATER.contains(event.verb()))
                .map(Event::note)
                .filter(Objects::nonNull)
                .findFirst()
                .map(why -> texts.say(language, "late.known", sentence(why)))
                .orElse("");
    }

    /** Who has a case, for staff. */
    String department(GridCase item) {
        return department(Language.ZH, item);
    }

    private String department(Language language, GridCase item) {
        var id = item.department();
        return id == null
                ? texts.say(language, "nobody")
                : district.department(id).map(known -> known.shown(language)).orElse(id);
    }

    /** A step of a case, in words. */
    private final class Step {
        private final Language language;
        private final GridCase item;
        private final Told told;
        private final Instant now;

        Step(Language language, GridCase item, Told told, Instant now) {
            this.language = language;
            this.item = item;
            this.told = told;
            this.now = now;
        }

        String told(Shown shown) {
            return texts.say(
                    language,
                    "step." + told.key() + shown.key(),
                    department(language, item),
                    until(),
                    because(),
                    said(),
                    String.valueOf(other()),
                    outcome(),
                    item.category().shown(language),
                    where(),
                    seen(shown));
        }

        /** When the picture came, or why there is none. */
        private String seen(Shown shown) {
            var photo = shown.photo();
            if (photo != null) {
                var at = photo.at();
                return time(language, at == null ? now : at, now);
            }
            var waiver = shown.waiver();
            return waiver == null ? "" : waiver.reason().shown(language);
        }

        private @Nullable String other() {
            return item.mergedInto() == null ? told.other() : item.mergedInto();
        }

        private String where() {
            var area = item.area();
            if (area != null && item.place().isBlank()) {
                return area.shown(language);
            }
            return area == null
                    ? item.place()
                    : texts.say(language, "where", item.place(), area.shown(language));
        }

        private String until() {
            var deadline = item.clock().deadline();
            var key = deadline.isBefore(now) ? "until.past" : "until";
            return texts.say(language, key, time(language, deadline, now));
        }

        private String because() {
            var note = told.note();
            return note == null ? "" : texts.say(language, "because", sentence(note));
        }

        private String said() {
            var note = told.note();
            return note == null ? "" : texts.say(language, "said", note);
        }

        private String outcome() {
            var outcome = item.outcome();
            return outcome == null ? texts.say(language, "closed") : outcome.shown(language);
        }
    }

    private static String sentence(String note) {
        return note.matches("(?s).*[。！？.!?]") ? note : note + "。";
    }
}
