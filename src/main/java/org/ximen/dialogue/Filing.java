package org.ximen.dialogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Actor;
import org.ximen.cases.Cases;
import org.ximen.cases.Category;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Intake;
import org.ximen.cases.Move;
import org.ximen.cases.NotAllowed;
import org.ximen.cases.Verb;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.photos.Photos;
import org.ximen.text.Plain;

/** Makes sketches cases, adds to cases and takes them back; photos go with them. */
final class Filing {
    private final Cases cases;
    private final Intake intake;
    private final District district;
    private final Photos photos;

    Filing(Features features) {
        this.cases = features.cases();
        this.intake = features.intake();
        this.district = features.district();
        this.photos = features.photos();
    }

    GridCase file(Sketch sketch, boolean anonymous, Turn turn) {
        boolean unnamed =
                anonymous || Lexicon.ANONYMOUS.matcher(Plain.comparable(sketch.words())).matches();
        var person = turn.person();
        var filed = cases.report(draft(sketch, unnamed), person.id(), person.sender(), turn.now());
        photos.bind(sketch.photos(), person.sender(), filed.number());
        return filed;
    }

    boolean cannotWait(Sketch sketch) {
        return draft(sketch, false).urgent();
    }

    /** The newest open case that may be the same. */
    Optional<GridCase> similar(Sketch sketch, Turn turn) {
        return sketch.alone()
                ? Optional.empty()
                : cases.similar(draft(sketch, false), turn.now()).stream().findFirst();
    }

    boolean isOwn(String number, Turn turn) {
        return own(number, turn).isPresent();
    }

    /** A case that this person reported or follows. */
    Optional<GridCase> own(String number, Turn turn) {
        return cases.of(turn.person().id()).stream()
                .filter(c -> c.number().equals(number))
                .findFirst();
    }

    /** Adds what a message says and shows to a case; empty if it is over or not theirs. */
    Optional<GridCase> supplement(String number, String words, List<String> shown, Turn turn) {
        var place = turn.incoming().location();
        var where =
                place == null ? "" : " 位置 %.5f,%.5f".formatted(place.latitude(), place.longitude());
        var added =
                cases.supplement(
                        number, turn.person().id(), (words + where).strip(), shown, turn.now());
        added.ifPresent(c -> photos.bind(shown, turn.person().sender(), c.number()));
        return added;
    }

    /** Joins a case that another reported; what was told and shown goes along. */
    Outcome join(String number, Sketch sketch, Turn turn) {
        var person = turn.person();
        if (cases.find(number).isEmpty()) {
            return new Outcome.CaseUnknown(number);
        }
        cases.follow(number, person.id(), person.sender(), turn.now());
        return supplement(number, sketch.words(), sketch.photos(), turn)
                .<Outcome>map(Outcome.Joined::new)
                .orElseGet(() -> new Outcome.CaseUnknown(number));
    }

    /** One's own cases that can still be taken back. */
    List<GridCase> open(Turn turn) {
        var self = Actor.reporter(turn.person().id());
        return cases.of(turn.person().id()).stream()
                .filter(mine -> cases.open(mine, self).contains(Verb.CANCEL))
                .toList();
    }

    Outcome takeBack(String number, Turn turn) {
        if (!isOwn(number, turn)) {
            return new Outcome.CaseUnknown(number);
        }
        var self = Actor.reporter(turn.person().id());
        try {
            var move = Move.of(Verb.CANCEL);
            return new Outcome.Cancelled(cases.move(number, move, self, turn.now()));
        } catch (NotAllowed e) {
            return new Outcome.NotCancelled(number);
        }
    }

    private Draft draft(Sketch sketch, boolean anonymous) {
        var category = category(sketch);
        var where = sketch.where();
        var text = where.text();
        return new Draft(
                sketch.words(),
                category == null ? null : category.code(),
                text == null ? null : new Place(text, where.point(), area(sketch)),
                sketch.photos(),
                sketch.danger() != null || (category != null && category.urgent()),
                anonymous);
    }

    /** The sketch's category, if the code table still has it. */
    @Nullable Category category(Sketch sketch) {
        var code = sketch.kind().code();
        return code == null ? null : intake.categoryNamed(code).orElse(null);
    }

    @Nullable Area area(Sketch sketch) {
        var code = sketch.where().area();
        return code == null ? null : district.area(code).orElse(null);
    }
}
