package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.readings.Correction;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.KeptReading;
import org.ximen.readings.LearntModel;
import org.ximen.readings.ReadingDesk;
import org.ximen.staff.StaffMember;
import org.ximen.understanding.Act;

/** What the machine read of messages, judged by staff, over HTTP. */
@RestController
@RequestMapping("/api/staff/readings")
public final class ReadingsApi {
    private static final int PAGE = 50;

    private final ReadingDesk desk;
    private final CorrectionTraining training;
    private final InstantSource clock;

    record JudgeBody(
            @Nullable Boolean right,
            @Nullable String act,
            @Nullable String category,
            @Nullable Boolean danger) {}

    /**
     * What came of learning.
     *
     * @param waiting whether something was judged that is not learnt from yet
     * @param last null while nothing was ever learnt
     */
    record ModelView(boolean waiting, @Nullable LearntModel last) {}

    record ReadingView(
            long id,
            Instant saidAt,
            String words,
            String state,
            Act act,
            double probability,
            List<String> categories,
            String danger,
            String level,
            KeptReading.Why why,
            @Nullable Act meantAct,
            @Nullable String meantCategory,
            KeptReading.@Nullable Judgement judgement) {
        static ReadingView of(KeptReading kept) {
            var read = kept.read();
            return new ReadingView(
                    kept.id(),
                    kept.saidAt(),
                    read.words(),
                    read.state().name(),
                    read.act().act(),
                    read.act().probability(),
                    read.categories().stream().map(guess -> guess.code()).toList(),
                    read.danger().family(),
                    read.danger().level().name(),
                    kept.why(),
                    kept.meant(),
                    kept.meantCategory(),
                    kept.judgement());
        }
    }

    public ReadingsApi(ReadingDesk desk, CorrectionTraining training, InstantSource clock) {
        this.desk = desk;
        this.training = training;
        this.clock = clock;
    }

    @GetMapping
    List<ReadingView> list(
            @RequestParam(defaultValue = "false") boolean judged,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            @AuthenticationPrincipal StaffMember by) {
        int number = Fields.number("page", page, 0);
        return desk.list(judged, number, Fields.number("size", size, PAGE), by).stream()
                .map(ReadingView::of)
                .toList();
    }

    @GetMapping("/model")
    ModelView model() {
        return new ModelView(training.isWaiting(), training.last().orElse(null));
    }

    @GetMapping("/{id}")
    ReadingView get(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return ReadingView.of(desk.get(id, by));
    }

    @PostMapping(path = "/{id}/judge", consumes = APPLICATION_JSON_VALUE)
    ReadingView judge(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, JudgeBody.class);
        var act = Fields.constantOrNull("act", Act.class, given.act());
        boolean right = Boolean.TRUE.equals(given.right());
        var said = new Correction(right, act, given.category(), given.danger());
        return ReadingView.of(desk.judge(id, said, by, clock.instant()));
    }

    @PostMapping("/{id}/revoke")
    ReadingView revoke(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return ReadingView.of(desk.revoke(id, by, clock.instant()));
    }
}
