package org.ximen.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.district.Place;
import org.ximen.understanding.DuplicateModel;
import org.ximen.understanding.ReportFacts;
import org.ximen.understanding.ReportReader;

/** Open cases that may be what somebody is about to report. */
final class OpenDuplicates {
    private final CaseTable cases;
    private final ReportReader reader;
    private final DuplicateModel model = new DuplicateModel();

    OpenDuplicates(CaseTable cases, ReportReader reader) {
        this.cases = cases;
        this.reader = reader;
    }

    /**
     * Newest first; none where the draft's place is not known.
     *
     * @param category what the draft would be filed as
     */
    List<GridCase> of(Draft draft, Category category, Instant now) {
        var told = reader.read(draft.description(), draft.place(), code(category));
        return among(told, now.minus(DuplicateModel.WITHIN), now);
    }

    /** The same for a case that is there already. */
    List<GridCase> of(GridCase item) {
        var told = read(item);
        return among(told, item.reportedAt().minus(DuplicateModel.WITHIN), item.reportedAt())
                .stream()
                .filter(other -> !other.number().equals(item.number()))
                .toList();
    }

    private List<GridCase> among(ReportFacts told, Instant since, Instant at) {
        var codes = Stream.concat(told.codes().stream(), Stream.of(Counter.UNSORTED)).toList();
        return cases.openBetween(codes, since, at.plus(DuplicateModel.WITHIN)).stream()
                .map(Stored::item)
                .filter(item -> DuplicateModel.canMeet(told, place(item)))
                .filter(item -> model.same(told, read(item), apart(item, at)))
                .toList();
    }

    private ReportFacts place(GridCase item) {
        return reader.place(item.description(), where(item));
    }

    private ReportFacts read(GridCase item) {
        return reader.read(item.description(), where(item), code(item.category()));
    }

    private static @Nullable String code(Category category) {
        return category.code().equals(Counter.UNSORTED) ? null : category.code();
    }

    private static Place where(GridCase item) {
        return new Place(item.place(), item.point(), item.area(), false);
    }

    private static Duration apart(GridCase item, Instant at) {
        return Duration.between(item.reportedAt(), at);
    }
}
