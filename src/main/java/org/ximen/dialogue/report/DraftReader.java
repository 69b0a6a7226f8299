package org.ximen.dialogue.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.cases.GridCase;
import org.ximen.chat.Location;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.ReportDraft;
import org.ximen.dialogue.ReportDraft.DraftCategory;
import org.ximen.dialogue.ReportDraft.DraftPlace;
import org.ximen.dialogue.Turn;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.PlaceCompletion;
import org.ximen.understanding.PlaceMention;

/**
 * Takes what a message tells into a draft. A place needs evidence: what the place grammar, the
 * gazetteer or a point supports; it is completed by later words, and replaced only when corrected.
 */
public final class DraftReader {
    // Below it a category is asked for with the three likeliest as buttons; above it nine in ten
    // are
    // right, and what is shown as a guess can be changed.
    private static final double SURE = 0.4;

    private final CodeTable codeTable;
    private final District district;
    private final PlaceCompletion completion;

    /** Reads against this street and its code table. */
    public DraftReader(CodeTable codeTable, District district) {
        this.codeTable = codeTable;
        this.district = district;
        this.completion = new PlaceCompletion(district);
    }

    /** The draft with all that the message tells: words, kind, place, pictures. */
    public ReportDraft tell(ReportDraft draft, Turn turn) {
        return shown(read(draft.saying(turn.words()), turn, false), turn);
    }

    /** The draft with all that the message tells, at the place that it tells last. */
    ReportDraft retell(ReportDraft draft, Turn turn) {
        return isToldAnew(draft, turn) ? correct(draft, turn) : tell(draft, turn);
    }

    /** Another place to which somebody could go: where it is was said wrongly before. */
    private boolean isToldAnew(ReportDraft draft, Turn turn) {
        return mention(turn).filter(PlaceMention::precise).isPresent() && changesPlace(draft, turn);
    }

    /** The draft with what the message puts right. */
    public ReportDraft correct(ReportDraft draft, Turn turn) {
        return shown(read(draft.saying(turn.words()), turn, true), turn);
    }

    /** The draft with the pictures and the point of the message. */
    public ReportDraft shown(ReportDraft draft, Turn turn) {
        var more = draft.showing(turn.incoming().photos());
        return pinned(turn).map(place -> more.at(more.place().at(place))).orElse(more);
    }

    /** The draft at the place that the message names; the same where it names none. */
    public ReportDraft placed(ReportDraft draft, Turn turn, boolean corrects) {
        return draft.at(completed(draft.place(), turn.words(), corrects));
    }

    /** Whether the words put the place of the draft right. */
    boolean changesPlace(ReportDraft draft, Turn turn) {
        return !placed(draft, turn, true).place().equals(draft.place());
    }

    /** A draft that begins where a poster hangs. */
    public ReportDraft at(Conversation.Arrival arrival) {
        var known = district.placeIn(arrival.place()).map(Place::point).orElse(null);
        var place = new DraftPlace(arrival.place(), known, arrival.area(), true);
        return ReportDraft.EMPTY.at(place);
    }

    /** The place of a case. */
    public Place known(GridCase item) {
        return new Place(item.place(), item.point(), item.area(), item.point() != null);
    }

    /** A place after more was said of it. */
    public Place completed(Place known, String said, boolean corrects) {
        var before = known.text().isEmpty() ? null : known;
        var place = completion.complete(before, said, corrects);
        return place == null ? known : place;
    }

    private ReportDraft read(ReportDraft draft, Turn turn, boolean corrects) {
        return placed(kind(hazard(draft, turn), turn), turn, corrects);
    }

    private static ReportDraft hazard(ReportDraft draft, Turn turn) {
        boolean hazard = turn.reading().danger().level() == DangerReading.Level.HAZARD;
        return hazard ? draft.hazardous() : draft;
    }

    private ReportDraft kind(ReportDraft draft, Turn turn) {
        // What was told first says what it is about; more of it rarely names the thing again.
        return draft.category().settled() || draft.category().code() != null
                ? draft
                : guess(turn)
                        .map(category -> draft.of(new DraftCategory(category.code(), false)))
                        .orElse(draft);
    }

    /** The kind of thing that the words are plainly about. */
    public Optional<Category> guess(Turn turn) {
        return turn.reading().categories().stream()
                .findFirst()
                .filter(guess -> guess.probability() >= SURE)
                .map(CategoryGuess::code)
                .flatMap(codeTable::categoryNamed);
    }

    private DraftPlace completed(DraftPlace known, String said, boolean corrects) {
        var place = completion.complete(place(known), said, corrects);
        return place == null ? known : DraftPlace.of(place);
    }

    private @Nullable Place place(DraftPlace known) {
        var text = known.text();
        var code = known.area();
        return text == null
                ? null
                : new Place(
                        text,
                        known.point(),
                        code == null ? null : district.area(code).orElse(null),
                        known.precise());
    }

    /** The best place that the words name. */
    public static Optional<PlaceMention> mention(Turn turn) {
        return turn.reading().places().stream().findFirst();
    }

    /** The place of the point that came along, if it is on this earth's right spot. */
    private Optional<Place> pinned(Turn turn) {
        Location here = turn.incoming().location();
        return here == null
                ? Optional.empty()
                : Optional.of(district.placeAt(new Point(here.latitude(), here.longitude())));
    }
}
