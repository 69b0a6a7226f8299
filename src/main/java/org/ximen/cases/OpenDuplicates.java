package org.ximen.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Intake intake;
    private final ReportReader reader;
    private final DuplicateModel model = new DuplicateModel();

    OpenDuplicates(CaseTable cases, Intake intake, ReportReader reader) {
        this.cases = cases;
        this.intake = intake;
        this.reader = reader;
    }

    /** Newest first; none where the draft's place is not known. */
    List<GridCase> of(Draft draft, Instant now) {
        var codes = codes(draft.category(), draft.description());
        var here = reader.place(draft.description(), draft.place(), codes);
        var near =
                cases
                        .openSince(among(codes), now.minus(DuplicateModel.WITHIN))
                        .stream()
                        .map(Stored::item)
                        .filter(item -> DuplicateModel.canMeet(here, place(item)))
                        .toList();
        if (near.isEmpty()) {
            return List.of();
        }
        var told = reader.read(draft.description(), draft.place(), codes);
        return near.stream()
                .filter(item -> model.same(told, read(item), apart(item, now)))
                .toList();
    }

    /** The known category first, then what the words say. */
    private List<String> codes(@Nullable String known, String words) {
        var read = intake.codes(words).stream();
        return Stream.concat(Stream.ofNullable(known), read).distinct().limit(2).toList();
    }

    private static List<String> among(List<String> codes) {
        var all = new ArrayList<>(codes);
        all.add(Counter.UNSORTED);
        return all;
    }

    private ReportFacts place(GridCase item) {
        return reader.place(item.description(), where(item), List.of());
    }

    private ReportFacts read(GridCase item) {
        var code = item.category().code();
        var known = code.equals(Counter.UNSORTED) ? null : code;
        return reader.read(item.description(), where(item), codes(known, item.description()));
    }

    private static Place where(GridCase item) {
        return new Place(item.place(), item.point(), item.area(), false);
    }

    private static Duration apart(GridCase item, Instant now) {
        return Duration.between(item.reportedAt(), now);
    }
}
