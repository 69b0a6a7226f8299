package org.ximen.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseWords.Told;
import org.ximen.cases.CategoryLessons.Confirmed;
import org.ximen.district.Point;
import org.ximen.staff.Role;

/** What follows when staff put something right or ask each other; inside a transaction. */
final class CorrectionDesk {
    private static final Set<Verb> OWN =
            EnumSet.of(
                    Verb.RECLASSIFY,
                    Verb.RELOCATE,
                    Verb.PRIORITISE,
                    Verb.REDISPATCH,
                    Verb.SPLIT,
                    Verb.GRANT);

    private static final Set<Verb> SORTING = EnumSet.of(Verb.RECLASSIFY, Verb.RETURN, Verb.REOPEN);

    private final DispatchTerms terms;
    private final UnitDesk units;
    private final SplitDesk splits;
    private final CorrectionNews news;
    private final CategoryLessons lessons;

    /** What it works with. */
    record Parts(
            DispatchTerms terms,
            UnitDesk units,
            SplitDesk splits,
            CorrectionNews news,
            CategoryLessons lessons) {}

    CorrectionDesk(Parts parts) {
        this.terms = parts.terms();
        this.units = parts.units();
        this.splits = parts.splits();
        this.news = parts.news();
        this.lessons = parts.lessons();
    }

    /** A step on its way through here: what was, what is, by which line of the table. */
    record Step(Stored before, Stored after, Moves.Rule rule, Move move, Actor by, Instant now) {
        GridCase was() {
            return before.item();
        }

        GridCase is() {
            return after.item();
        }

        boolean byAssistant() {
            return rule.who() == Moves.Who.ASSISTANT;
        }

        boolean sorts() {
            return !was().category().code().equals(is().category().code());
        }
    }

    /** The step as it goes on: what is split off has its number now. */
    Step begun(Step step) {
        if (step.rule().verb() != Verb.SPLIT) {
            return step;
        }
        var number = splits.split(step.before(), step.move(), step.by(), step.now());
        var move = step.move().into(number);
        return new Step(step.before(), step.after(), step.rule(), move, step.by(), step.now());
    }

    /** Whether the people of the case are told of a step from here, if at all. */
    static boolean isOwn(Moves.Rule rule) {
        return rule.told() != Moves.Told.PEOPLE || OWN.contains(rule.verb());
    }

    /** The line of the history for a step. */
    Event event(Step step) {
        var verb = step.byAssistant() ? Verb.ASSIST : step.rule().verb();
        var words = joined(changed(step), step.move().note());
        return new Event(
                step.now(),
                step.by().name(),
                verb,
                step.was().state(),
                step.is().state(),
                words,
                step.rule().internal(),
                step.rule().verb() == Verb.ARRIVE ? arrived(step.move()) : null);
    }

    private static @Nullable Point arrived(Move move) {
        return CasePhotos.rounded(move.change().location());
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String two) {
        var words =
                Stream.of(one, two).filter(each -> each != null).collect(Collectors.joining("："));
        return words.isEmpty() ? null : words;
    }

    /** What is other than before, in the words of the staff; null where the verb says it all. */
    private @Nullable String changed(Step step) {
        var was = step.was();
        var is = step.is();
        if (step.byAssistant()) {
            var unit = terms.department(String.valueOf(step.by().department()), "department");
            return terms.name(unit) + UnitDesk.answer(step.rule().verb()).shown();
        }
        return switch (step.rule().verb()) {
            case RECLASSIFY -> step.sorts() ? kinds(was, is) : "类别没有错";
            case RETURN, REOPEN -> step.sorts() ? kinds(was, is) : null;
            case RELOCATE -> place(was) + " → " + place(is);
            case PRIORITISE -> is.urgent() ? "紧急" : "不紧急";
            case REDISPATCH -> units(was, is);
            case SPLIT -> "拆出 " + step.move().into();
            case EXTEND -> step.rule().internal() ? "申请延期" : null;
            case ASSIST ->
                    "请"
                            + units.wanted(was, step.move()).stream()
                                    .map(terms::name)
                                    .collect(Collectors.joining("、"))
                            + "协助";
            default -> null;
        };
    }

    private static String kinds(GridCase was, GridCase is) {
        return was.category().shown() + " → " + is.category().shown();
    }

    private static String place(GridCase item) {
        var area = item.area();
        return (item.place().isEmpty() ? "地点不详" : item.place())
                + (area == null ? "" : "（" + area.name() + "）");
    }

    private String units(GridCase was, GridCase is) {
        var from = "收回" + terms.name(was.department());
        return is.state() == State.RETURNED ? from : from + "，改派" + terms.name(is.department());
    }

    /** All that follows; what the people of the case are told, where it is told from here. */
    Optional<Told> finish(Step step) {
        var now = step.now();
        if (step.byAssistant()) {
            units.answer(step.before(), step.move(), step.by(), now);
            return Optional.empty();
        }
        units.follow(step.before(), step.after(), step.move(), step.by(), now);
        news.moved(step.was(), step.is(), step.rule(), step.move(), now);
        steer(step);
        learn(step);
        return switch (step.rule().verb()) {
            case ASSIST -> {
                units.ask(step.before(), step.move(), now);
                yield Optional.empty();
            }
            case SPLIT -> Optional.of(Told.of(step.move()));
            default -> told(step);
        };
    }

    /** What a leader writes down is for those who go on with the case. */
    private void steer(Step step) {
        if (step.rule().verb() == Verb.NOTE && step.by().roles().contains(Role.LEADER)) {
            news.urged(step.is(), String.valueOf(step.move().note()), step.now());
        }
    }

    private static Optional<Told> told(Step step) {
        var told = Told.of(step.move());
        var is = step.is();
        boolean back = is.state() == State.RETURNED;
        return switch (step.rule().verb()) {
            case RECLASSIFY -> step.sorts() ? Optional.of(told.as(sorted(step))) : Optional.empty();
            case RETURN ->
                    step.sorts() ? Optional.of(told.as("RECLASSIFY.returned")) : Optional.empty();
            case RELOCATE -> moves(step) ? Optional.of(told) : Optional.empty();
            case PRIORITISE ->
                    Optional.of(told.as(is.urgent() ? "PRIORITISE.urgent" : "PRIORITISE.usual"));
            case REDISPATCH -> Optional.of(back ? told.as("RETURN") : told);
            case GRANT -> Optional.of(granted(told, step.was().extension()));
            default -> Optional.empty();
        };
    }

    /** Why more time is needed: as the desk says, or else as who asked for it said. */
    private static Told granted(Told told, @Nullable ExtensionRequest asked) {
        return told.note() == null && asked != null ? told.noting(asked.reason()) : told;
    }

    private static String sorted(Step step) {
        if (step.is().state() == State.RETURNED) {
            return "RECLASSIFY.returned";
        }
        var unit = step.is().department();
        boolean same = unit != null && unit.equals(step.was().department());
        return same ? "RECLASSIFY.same" : "RECLASSIFY";
    }

    /** Nobody need be told that a place was right. */
    private static boolean moves(Step step) {
        return !place(step.was()).equals(place(step.is()))
                || step.is().point() != null && !step.is().point().equals(step.was().point());
    }

    /** A category that staff named for a case is an example for understanding. */
    private void learn(Step step) {
        var reporter = step.before().reporter();
        var words = step.was().description();
        if (step.move().change().category() == null
                || !SORTING.contains(step.rule().verb())
                || reporter == null
                || words.isBlank()) {
            return;
        }
        lessons.learn(
                new Confirmed(
                        step.was().number(),
                        reporter,
                        words,
                        step.was().category().code(),
                        step.is().category().code(),
                        step.by().name()),
                step.now());
    }
}
