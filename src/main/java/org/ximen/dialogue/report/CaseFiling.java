package org.ximen.dialogue.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Cases;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.ReportDraft;
import org.ximen.dialogue.Turn;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.Place;
import org.ximen.photos.Photos;
import org.ximen.topics.TopicLink;
import org.ximen.topics.TopicState;
import org.ximen.topics.Topics;

/** Makes drafts cases and joins people to cases; photos go with them. */
public final class CaseFiling {
    private final Cases cases;
    private final CodeTable codeTable;
    private final District district;
    private final Photos photos;
    private final Topics topics;

    /** Files with these features. */
    public CaseFiling(Features features) {
        this.cases = features.cases();
        this.codeTable = features.codeTable();
        this.district = features.district();
        this.photos = features.photos();
        this.topics = features.topics();
    }

    /** Makes the draft a case. */
    public GridCase file(ReportDraft draft, boolean anonymous, Turn turn) {
        var person = turn.person();
        var filed = cases.report(draft(draft, anonymous), person.id(), person.sender(), turn.now());
        photos.bind(draft.photos(), person.sender(), filed.number());
        topics.link(filed.number(), turn.now());
        return filed;
    }

    /** What keeps coming back and the case belongs to (一类事), if it does and is under way. */
    Optional<TopicLink> topic(GridCase filed) {
        return topics.of(filed.number()).stream()
                .filter(link -> link.topic().state() == TopicState.OPEN)
                .findFirst();
    }

    /** The place of a topic as anybody may read it. */
    String place(TopicLink link, Turn turn) {
        return topics.place(link.topic(), turn.language());
    }

    /** The newest open case that may be the same. */
    public Optional<GridCase> similar(ReportDraft draft, Turn turn) {
        return draft.alone()
                ? Optional.empty()
                : cases.similar(draft(draft, false), turn.now()).stream().findFirst();
    }

    /** Whether the person reported or follows a case. */
    public boolean isOwn(String number, Turn turn) {
        return cases.of(turn.person().id()).stream().anyMatch(c -> c.number().equals(number));
    }

    /** Adds what is said and shown to a case; empty if it is over or not theirs. */
    public Optional<GridCase> supplement(
            String number, String words, java.util.List<String> shown, Turn turn) {
        var place = turn.incoming().location();
        var where =
                place == null ? "" : " 位置 %.5f,%.5f".formatted(place.latitude(), place.longitude());
        var told = (words + where).strip();
        var added = cases.supplement(number, turn.person().id(), told, shown, turn.now());
        added.ifPresent(c -> photos.bind(shown, turn.person().sender(), c.number()));
        return added;
    }

    /** Joins a case that another reported; what was told and shown goes along. */
    public Optional<GridCase> join(String number, ReportDraft draft, Turn turn) {
        var person = turn.person();
        if (cases.find(number).isEmpty()) {
            return Optional.empty();
        }
        cases.follow(number, person.id(), person.sender(), turn.now());
        return supplement(number, draft.words(), draft.photos(), turn);
    }

    /** Whether the kind of thing or the danger cannot wait. */
    public boolean isUrgent(ReportDraft draft) {
        return draft.hazard() || isHurried(draft);
    }

    /** Whether its limit is that of an emergency; else the desk only looks at it first. */
    boolean isHurried(ReportDraft draft) {
        var category = category(draft);
        return draft.danger() != null || (category != null && category.urgent());
    }

    private Draft draft(ReportDraft draft, boolean anonymous) {
        var category = category(draft);
        var where = draft.place();
        var text = where.text();
        return new Draft(
                draft.words(),
                category == null ? null : category.code(),
                text == null ? null : new Place(text, where.point(), area(draft)),
                draft.photos(),
                isUrgent(draft),
                anonymous,
                draft.danger() == null && !draft.category().settled());
    }

    /** The draft's category: of its danger, else as told, if the code table still has it. */
    public @Nullable Category category(ReportDraft draft) {
        var danger = draft.danger();
        if (danger != null) {
            return codeTable.dangerCategory(danger);
        }
        var code = draft.category().code();
        return code == null ? null : codeTable.categoryNamed(code).orElse(null);
    }

    /** The area of the draft's place, if it is known. */
    public @Nullable Area area(ReportDraft draft) {
        var code = draft.place().area();
        return code == null ? null : district.area(code).orElse(null);
    }
}
