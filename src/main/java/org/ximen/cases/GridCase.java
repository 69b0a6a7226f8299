package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Area;
import org.ximen.district.Point;

/**
 * A grid case (网格案件). It does not say who reported it.
 *
 * @param number such as XM-20261122-0001
 * @param place the words for the place; empty if unknown
 * @param department id of the department that has it, or will by default
 * @param guessed whether nobody has confirmed the category that was read from the words
 * @param placeGuessed whether nobody has confirmed a place to which one cannot simply go
 * @param condition the filing condition, once filed
 * @param mergedInto number of the case that this one was joined to
 * @param origin where it came from
 * @param photos ids of pictures
 * @param units those that were asked to help
 * @param extension more time that was asked for; null if none is
 * @param history oldest first
 */
public record GridCase(
        String number,
        State state,
        Category category,
        @Nullable Area area,
        String place,
        @Nullable Point point,
        String description,
        @Nullable String department,
        Clock clock,
        boolean urgent,
        boolean anonymous,
        boolean guessed,
        boolean placeGuessed,
        @Nullable Outcome outcome,
        @Nullable String condition,
        @Nullable String mergedInto,
        CaseOrigin origin,
        List<String> photos,
        Instant reportedAt,
        List<CaseUnit> units,
        @Nullable ExtensionRequest extension,
        List<Event> history) {
    public GridCase {
        photos = List.copyOf(photos);
        units = List.copyOf(units);
        history = List.copyOf(history);
    }

    /** The public stage. */
    public Stage stage() {
        return state.stage();
    }

    /** Until when it should be handled; while it is suspended there is none. */
    public @Nullable Instant deadline() {
        return state == State.SUSPENDED ? null : clock.deadline();
    }

    /** Whether nobody has yet checked the limit that it has by its category. */
    public boolean hasGuessedLimit() {
        var filed = filed();
        return filed.limit().equals(clock.limit()) && Boolean.TRUE.equals(filed.guess());
    }

    /** The condition that was filed; the usual one if it is gone from the table. */
    public FilingCondition filed() {
        return category.conditions().stream()
                .filter(each -> each.id().equals(condition))
                .findFirst()
                .orElse(category.usual());
    }

    /** How often it was handled. */
    int handlings() {
        return (int) history.stream().filter(GridCase::isHandling).count();
    }

    /** A unit that only helps has done its part, no more. */
    static boolean isHandling(Event event) {
        return event.verb() == Verb.HANDLE && event.to() == State.HANDLED;
    }

    /** Whether it should have been handled by now and is not. */
    public boolean overdue(Instant now) {
        return state.ticking() && now.isAfter(clock.deadline());
    }

    /** How often it was brought to an end, whatever came of it. */
    public int rounds() {
        return (int) history.stream().filter(GridCase::isEnd).count();
    }

    /** Its last end; empty while it is under way, or where there is nothing to judge. */
    public Optional<Event> lastEnd() {
        return state == State.CLOSED || state == State.REFUSED
                ? history.stream().filter(GridCase::isEnd).reduce((one, later) -> later)
                : Optional.empty();
    }

    private static boolean isEnd(Event event) {
        return event.verb() == Verb.CLOSE || event.verb() == Verb.REFUSE;
    }

    /** The units whose help is still waited for. */
    public List<CaseUnit> awaited() {
        return units.stream().filter(CaseUnit::open).toList();
    }

    Standing standing() {
        var facts = new CaseFacts(category, guessed, area, place, point, placeGuessed, urgent);
        return new Standing(
                state, department, clock, outcome, condition, mergedInto, facts, extension);
    }

    GridCase with(Standing now) {
        var facts = now.facts();
        return new GridCase(
                number,
                now.state(),
                facts.category(),
                facts.area(),
                facts.place(),
                facts.point(),
                description,
                now.department(),
                now.clock(),
                facts.urgent(),
                anonymous,
                facts.guessed(),
                facts.placeGuessed(),
                now.outcome(),
                now.condition(),
                now.mergedInto(),
                origin,
                photos,
                reportedAt,
                units,
                now.extension(),
                history);
    }

    GridCase with(List<String> itsPhotos, List<CaseUnit> itsUnits, List<Event> itsHistory) {
        return new GridCase(
                number,
                state,
                category,
                area,
                place,
                point,
                description,
                department,
                clock,
                urgent,
                anonymous,
                guessed,
                placeGuessed,
                outcome,
                condition,
                mergedInto,
                origin,
                itsPhotos,
                reportedAt,
                itsUnits,
                extension,
                itsHistory);
    }
}
