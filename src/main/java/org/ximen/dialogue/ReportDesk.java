package org.ximen.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Actor;
import org.ximen.cases.Cases;
import org.ximen.cases.Category;
import org.ximen.cases.Danger;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Intake;
import org.ximen.cases.Move;
import org.ximen.cases.NotAllowed;
import org.ximen.cases.Verb;
import org.ximen.dialogue.Sketch.Missing;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.photos.Photos;
import org.ximen.text.Plain;

/** Takes a report from the first word to the receipt, asking only for what is missing. */
final class ReportDesk {
    private final Cases cases;
    private final Intake intake;
    private final District district;
    private final Photos photos;
    private final Teller teller;

    ReportDesk(Features features) {
        this.cases = features.cases();
        this.intake = features.intake();
        this.district = features.district();
        this.photos = features.photos();
        this.teller = new Teller(intake, district);
    }

    Step tell(Turn turn, String words) {
        return switch (turn.flow()) {
            case Flow.Watching watching when belongsTo(watching, turn) -> add(watching, turn);
            case Flow.Reporting(var sketch, var asked) ->
                    next(teller.tell(sketch, asked, words, turn), asked, turn);
            default -> begin(turn, words);
        };
    }

    private static boolean belongsTo(Flow.Watching watching, Turn turn) {
        return watching.danger() != null || turn.showsSomething();
    }

    private Step begin(Turn turn, String words) {
        var outside = intake.read(words).outside();
        if (outside != null) {
            return Step.end(new Outcome.OutsideTold(outside));
        }
        var sketch = teller.tell(Sketch.empty(), Missing.WORDS, words, turn);
        return next(sketch, Missing.WORDS, turn);
    }

    private Step add(Flow.Watching watching, Turn turn) {
        var added =
                cases.supplement(
                        watching.number(),
                        turn.person().id(),
                        turn.words(),
                        turn.incoming().photos(),
                        turn.now());
        added.ifPresent(known -> bind(turn, known));
        return added.<Step>map(known ->
                        new Step(new Outcome.Added(known, danger(watching.danger())), watching))
                .orElseGet(() -> begin(turn.standing(new Flow.Idle()), turn.words()));
    }

    private void bind(Turn turn, GridCase known) {
        photos.bind(turn.incoming().photos(), turn.person().sender(), known.number());
    }

    /** Asks for the next thing that is missing; files at once what cannot wait. */
    private Step next(Sketch sketch, Missing asked, Turn turn) {
        if (sketch.untold()) {
            return ask(sketch, Missing.WORDS, new Outcome.WordsWanted(sketch));
        }
        var where = sketch.where();
        if (!where.known() || (where.vague() && !where.settled())) {
            return ask(
                    sketch,
                    Missing.PLACE,
                    new Outcome.PlaceWanted(sketch, danger(sketch.danger())));
        }
        if (sketch.kind().code() == null && !sketch.kind().settled()) {
            var nearest = intake.read(sketch.words()).categories();
            return ask(sketch, Missing.CATEGORY, new Outcome.CategoryWanted(nearest));
        }
        return complete(sketch, turn);
    }

    private Step complete(Sketch sketch, Turn turn) {
        var draft = draft(sketch, false);
        var same = sketch.alone() ? List.<GridCase>of() : cases.similar(draft, turn.now());
        if (!same.isEmpty()) {
            return similar(sketch, same.getFirst(), turn);
        }
        if (draft.urgent()) {
            return file(sketch, false, turn);
        }
        return ask(
                sketch,
                Missing.CONFIRMATION,
                new Outcome.ConfirmationWanted(sketch, category(sketch), area(sketch)));
    }

    private Step similar(Sketch sketch, GridCase other, Turn turn) {
        boolean own =
                cases.of(turn.person().id()).stream()
                        .anyMatch(mine -> mine.number().equals(other.number()));
        return own
                ? new Step(
                        new Outcome.AlreadyFiled(other),
                        new Flow.Watching(other.number(), sketch.danger()))
                : ask(sketch, Missing.CONFIRMATION, new Outcome.SimilarFound(sketch, other));
    }

    private static Step ask(Sketch sketch, Missing what, Outcome outcome) {
        return new Step(outcome, new Flow.Reporting(sketch, what));
    }

    Step submit(Turn turn, boolean anonymous) {
        if (!(turn.flow() instanceof Flow.Reporting(var sketch, var asked))) {
            return new Step(new Outcome.NothingToSubmit(), turn.flow());
        }
        if (asked != Missing.CONFIRMATION && asked != Missing.PHOTO) {
            return next(sketch, asked, turn);
        }
        return file(sketch, anonymous, turn);
    }

    private Step file(Sketch sketch, boolean anonymous, Turn turn) {
        boolean unnamed =
                anonymous || Lexicon.ANONYMOUS.matcher(Plain.comparable(sketch.words())).matches();
        var person = turn.person();
        var filed = cases.report(draft(sketch, unnamed), person.id(), person.sender(), turn.now());
        photos.bind(sketch.photos(), person.sender(), filed.number());
        return new Step(
                new Outcome.Filed(filed, danger(sketch.danger())),
                new Flow.Watching(filed.number(), sketch.danger()));
    }

    Step change(Turn turn, Missing what) {
        if (!(turn.flow() instanceof Flow.Reporting(var sketch, var asked))) {
            return new Step(new Outcome.NothingToSubmit(), turn.flow());
        }
        return switch (what) {
            case PLACE ->
                    ask(
                            sketch.at(Sketch.Where.UNKNOWN),
                            what,
                            new Outcome.PlaceWanted(sketch, null));
            case CATEGORY ->
                    ask(
                            sketch,
                            what,
                            new Outcome.CategoryWanted(intake.read(sketch.words()).categories()));
            case PHOTO -> ask(sketch, Missing.CONFIRMATION, new Outcome.PhotoWanted());
            case WORDS, CONFIRMATION -> next(sketch, asked, turn);
        };
    }

    Step choose(Turn turn, String code) {
        if (!(turn.flow() instanceof Flow.Reporting(var sketch, var asked))) {
            return new Step(new Outcome.ButtonGone(), turn.flow());
        }
        var known = intake.categoryNamed(code).map(Category::code).orElse(null);
        return next(sketch.of(new Sketch.Kind(known, true)), asked, turn);
    }

    Step join(Turn turn, String number) {
        if (!(turn.flow() instanceof Flow.Reporting)) {
            return new Step(new Outcome.ButtonGone(), turn.flow());
        }
        var person = turn.person();
        cases.follow(number, person.id(), person.sender(), turn.now());
        return cases.find(number)
                .map(joined -> Step.end(new Outcome.Joined(joined)))
                .orElseGet(() -> Step.end(new Outcome.CaseUnknown(number)));
    }

    Step standAlone(Turn turn) {
        return turn.flow() instanceof Flow.Reporting(var sketch, var asked)
                ? next(sketch.standingAlone(), asked, turn)
                : new Step(new Outcome.ButtonGone(), turn.flow());
    }

    /** Drops the open draft, or takes back a case that nobody works on yet. */
    Step cancel(Turn turn, @Nullable String number) {
        if (number == null && turn.flow() instanceof Flow.Reporting) {
            return Step.end(new Outcome.DraftDropped());
        }
        var self = Actor.reporter(turn.person().id());
        var open =
                cases.of(turn.person().id()).stream()
                        .filter(mine -> cases.open(mine, self).contains(Verb.CANCEL))
                        .toList();
        if (number == null) {
            return Step.end(
                    open.isEmpty()
                            ? new Outcome.NothingToCancel()
                            : new Outcome.CancelWanted(open));
        }
        return Step.end(takeBack(turn, number, self));
    }

    private Outcome takeBack(Turn turn, String number, Actor self) {
        boolean own =
                cases.of(turn.person().id()).stream()
                        .anyMatch(mine -> mine.number().equalsIgnoreCase(number));
        if (!own) {
            return new Outcome.CaseUnknown(number);
        }
        try {
            return new Outcome.Cancelled(
                    cases.move(number, Move.of(Verb.CANCEL), self, turn.now()));
        } catch (NotAllowed e) {
            return new Outcome.NotCancelled(number, String.valueOf(e.getMessage()));
        }
    }

    private Draft draft(Sketch sketch, boolean anonymous) {
        var category = category(sketch);
        var where = sketch.where();
        var text = where.text();
        return new Draft(
                sketch.words(),
                sketch.kind().code(),
                text == null ? null : new Place(text, where.point(), area(sketch)),
                sketch.photos(),
                sketch.danger() != null || (category != null && category.urgent()),
                anonymous);
    }

    private @Nullable Category category(Sketch sketch) {
        var code = sketch.kind().code();
        return code == null ? null : intake.category(code);
    }

    private @Nullable Area area(Sketch sketch) {
        var code = sketch.where().area();
        return code == null ? null : district.area(code).orElse(null);
    }

    private @Nullable Danger danger(@Nullable String id) {
        return id == null ? null : intake.danger(id).orElse(null);
    }
}
