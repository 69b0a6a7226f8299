package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Place;
import org.ximen.understanding.ReportReader;

/** Makes two cases of one that speaks of two things; always inside a transaction. */
final class SplitDesk {
    private final Counter counter;
    private final DispatchTerms terms;
    private final Relocation relocation;
    private final ReportReader reports;
    private final Crew crew;
    private final CaseTable cases;

    SplitDesk(
            Tables tables,
            Counter counter,
            DispatchTerms terms,
            Relocation relocation,
            ReportReader reports,
            Crew crew) {
        this.counter = counter;
        this.terms = terms;
        this.relocation = relocation;
        this.reports = reports;
        this.crew = crew;
        this.cases = tables.cases();
    }

    /**
     * The second thing as a case of its own; its number. Who reported the first hears of both;
     * followers and pictures stay with the first.
     */
    String split(Stored first, Move move, Actor by, Instant now) {
        var words = String.valueOf(move.note());
        var item = first.item();
        var named = move.change().category();
        var category = named == null ? read(words) : terms.category(named).code();
        var draft =
                new Draft(
                        words,
                        category,
                        place(item, move.change()),
                        List.of(),
                        Boolean.TRUE.equals(move.change().urgent()),
                        item.anonymous(),
                        named == null);
        var opened =
                new Event(now, by.name(), null, null, State.REPORTED, "从 " + item.number() + " 拆出");
        var origin = new CaseOrigin(item.origin().source(), null);
        var filing =
                new Filing(
                        draft,
                        origin,
                        first.reporter(),
                        first.tell(),
                        by.name(),
                        Filing.DeskHears.ALWAYS);
        var number = counter.take(filing, opened);
        cases.find(number).ifPresent(second -> crew.reported(second.item(), now));
        return number;
    }

    /** What the words speak of, as far as it can be read. */
    private @Nullable String read(String words) {
        return reports.read(words).codes().stream().filter(terms::isKnown).findFirst().orElse(null);
    }

    private Place place(GridCase item, CaseChange change) {
        var facts = item.standing().facts();
        return change.places()
                ? relocation.place(change, facts)
                : new Place(item.place(), item.point(), item.area(), !item.placeGuessed());
    }
}
