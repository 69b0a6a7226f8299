package org.ximen.dialogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Category;
import org.ximen.cases.GridCase;
import org.ximen.cases.Intake;
import org.ximen.cases.Reading;
import org.ximen.dialogue.Sketch.Missing;

/** Takes a report from the first word to the receipt, asking only for what is missing. */
final class ReportDesk {
    private final Intake intake;
    private final Teller teller;
    private final Filing filing;

    ReportDesk(Features features) {
        this.intake = features.intake();
        this.teller = new Teller(intake, features.district());
        this.filing = new Filing(features);
    }

    Step tell(Turn turn, String words) {
        return turn.flow() instanceof Flow.Reporting(var sketch, var asked, var offered)
                ? next(teller.tell(sketch, asked, words, turn), turn)
                : begin(turn, words);
    }

    private Step begin(Turn turn, String words) {
        var reading = intake.read(words);
        var outside = reading.outside();
        return outside != null && !isHere(reading)
                ? Step.end(new Outcome.OutsideTold(outside))
                : next(teller.tell(blank(turn, reading), Missing.WORDS, words, turn), turn);
    }

    /** Where a poster was just scanned the place is known, unless another is told. */
    private Sketch blank(Turn turn, Reading reading) {
        boolean placed = reading.place() != null || turn.incoming().location() != null;
        return turn.flow() instanceof Flow.Arrived arrived && arrived.fresh(turn.now()) && !placed
                ? teller.at(arrived)
                : Sketch.empty();
    }

    private static boolean isHere(Reading reading) {
        var place = reading.place();
        return place != null && place.area() != null;
    }

    /** More about the case that was just filed; if that is over, it is something new. */
    Step supplement(Turn turn) {
        if (!(turn.flow() instanceof Flow.Watching watching)) {
            return begin(turn, turn.words());
        }
        return filing.supplement(watching.number(), turn.words(), turn.incoming().photos(), turn)
                .map(known -> new Step(new Outcome.Added(known), watching))
                .orElseGet(() -> begin(turn, turn.words()));
    }

    /** Asks for the next thing that is missing; files at once what cannot wait. */
    private Step next(Sketch sketch, Turn turn) {
        if (sketch.untold()) {
            return ask(sketch, Missing.WORDS, new Outcome.WordsWanted(sketch));
        }
        var where = sketch.where();
        if (!where.known() || (where.vague() && !where.settled())) {
            return ask(sketch, Missing.PLACE, new Outcome.PlaceWanted(sketch));
        }
        if (filing.category(sketch) == null && !sketch.kind().settled()) {
            var nearest = intake.read(sketch.words()).categories();
            return ask(sketch, Missing.CATEGORY, new Outcome.CategoryWanted(nearest));
        }
        return complete(sketch, turn);
    }

    private Step complete(Sketch sketch, Turn turn) {
        var same = filing.similar(sketch, turn);
        if (same.isPresent()) {
            return similar(sketch, same.get(), turn);
        }
        return filing.cannotWait(sketch) ? file(sketch, false, turn) : confirm(sketch);
    }

    private Step confirm(Sketch sketch) {
        var shown =
                new Outcome.ConfirmationWanted(
                        sketch, filing.category(sketch), filing.area(sketch));
        return ask(sketch, Missing.CONFIRMATION, shown);
    }

    private Step similar(Sketch sketch, GridCase other, Turn turn) {
        var outcome =
                filing.isOwn(other.number(), turn)
                        ? new Outcome.AlreadyFiled(other)
                        : new Outcome.SimilarFound(other);
        return new Step(outcome, new Flow.Reporting(sketch, Missing.SAME, other.number()));
    }

    private static Step ask(Sketch sketch, Missing what, Outcome outcome) {
        return new Step(outcome, new Flow.Reporting(sketch, what, null));
    }

    Step submit(Turn turn, boolean anonymous) {
        if (!(turn.flow() instanceof Flow.Reporting(var sketch, var asked, var offered))) {
            return new Step(submitted(turn), turn.flow());
        }
        return asked.isShown() ? file(sketch, anonymous, turn) : next(sketch, turn);
    }

    /** A second tap on the button gets the same receipt. */
    private Outcome submitted(Turn turn) {
        var just =
                turn.flow() instanceof Flow.Watching watching && watching.fresh(turn.now())
                        ? filing.own(watching.number(), turn)
                        : Optional.<GridCase>empty();
        return just.filter(known -> !known.state().over())
                .<Outcome>map(Outcome.Filed::new)
                .orElseGet(Outcome.NothingToSubmit::new);
    }

    private Step file(Sketch sketch, boolean anonymous, Turn turn) {
        var filed = filing.file(sketch, anonymous, turn);
        return new Step(
                new Outcome.Filed(filed),
                new Flow.Watching(filed.number(), sketch.danger(), turn.now()));
    }

    Step change(Turn turn, Intent.Part part) {
        if (!(turn.flow() instanceof Flow.Reporting(var sketch, var asked, var offered))) {
            return new Step(new Outcome.NothingToSubmit(), turn.flow());
        }
        return switch (part) {
            case PLACE -> {
                var cleared = sketch.at(Sketch.Where.UNKNOWN);
                var wanted = new Outcome.PlaceWanted(cleared);
                yield asked.isShown()
                        ? ask(sketch, Missing.OTHER_PLACE, wanted)
                        : ask(cleared, Missing.PLACE, wanted);
            }
            case CATEGORY -> {
                var nearest = intake.read(sketch.words()).categories();
                var what = asked.isShown() ? Missing.OTHER_CATEGORY : Missing.CATEGORY;
                yield ask(sketch, what, new Outcome.CategoryWanted(nearest));
            }
            case PHOTO -> new Step(new Outcome.PhotoWanted(), turn.flow());
        };
    }

    Step choose(Turn turn, String code) {
        if (!(turn.flow() instanceof Flow.Reporting(var sketch, var asked, var offered))) {
            return new Step(new Outcome.ButtonGone(), turn.flow());
        }
        var known = intake.categoryNamed(code).map(Category::code).orElse(null);
        return next(sketch.of(new Sketch.Kind(known, true)), turn);
    }

    /** Only the case that was offered can be joined: numbers are easily guessed. */
    Step join(Turn turn, String number) {
        boolean offered =
                turn.flow() instanceof Flow.Reporting(var sketch, var asked, var other)
                        && number.equals(other);
        if (!offered || !(turn.flow() instanceof Flow.Reporting reporting)) {
            return new Step(new Outcome.ButtonGone(), turn.flow());
        }
        return new Step(
                filing.join(number, reporting.sketch(), turn),
                new Flow.Watching(number, reporting.sketch().danger(), turn.now()));
    }

    Step standAlone(Turn turn) {
        return turn.flow() instanceof Flow.Reporting(var sketch, var asked, var offered)
                ? next(sketch.standingAlone(), turn)
                : new Step(new Outcome.ButtonGone(), turn.flow());
    }

    /** Drops the open draft, or takes back a case that nobody works on yet. */
    Step cancel(Turn turn, @Nullable String number) {
        if (number != null) {
            return Step.aside(turn, filing.takeBack(number, turn));
        }
        if (turn.flow() instanceof Flow.Reporting) {
            return Step.end(new Outcome.DraftDropped());
        }
        var open = filing.open(turn);
        return Step.end(
                open.isEmpty() ? new Outcome.NothingToCancel() : new Outcome.CancelWanted(open));
    }
}
