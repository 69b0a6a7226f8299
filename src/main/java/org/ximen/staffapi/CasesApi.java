package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseChange;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.Outcome;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.district.District;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Grid cases over HTTP. */
@RestController
@RequestMapping("/api/staff/cases")
public final class CasesApi {
    private static final Pattern NUMBER = Pattern.compile("XM-\\d{8}-\\d{4,}");

    private final Cases cases;
    private final CaseBook book;
    private final District district;
    private final InstantSource clock;

    record MoveBody(
            @Nullable String verb,
            @Nullable String note,
            @Nullable String department,
            @Nullable String condition,
            @Nullable String outcome,
            @Nullable String into,
            @Nullable String category,
            @Nullable String place,
            @Nullable CaseLocation location,
            @Nullable String area,
            @Nullable Boolean urgent,
            @Nullable List<@Nullable String> units,
            @Nullable List<@Nullable String> photos,
            @Nullable String reason,
            @Nullable String called) {
        Move move() {
            return new Move(
                    Fields.constant("verb", Verb.class, verb),
                    note,
                    department,
                    condition,
                    Fields.constantOrNull("outcome", Outcome.class, outcome),
                    target(),
                    change(),
                    new Proof(Fields.list("photos", photos), reason, called));
        }

        private CaseChange change() {
            return new CaseChange(
                    category,
                    place,
                    location == null ? null : location.point(),
                    area,
                    urgent,
                    Fields.list("units", units),
                    NoPhotoReason.besides(reason));
        }

        /** The other case may be named in the note. */
        private @Nullable String target() {
            if (into != null || note == null || !"MERGE".equals(verb)) {
                return into;
            }
            var named = NUMBER.matcher(note);
            return named.find() ? named.group() : null;
        }
    }

    public CasesApi(Cases cases, CaseBook book, District district, InstantSource clock) {
        this.cases = cases;
        this.book = book;
        this.district = district;
        this.clock = clock;
    }

    @GetMapping("/{number}")
    CaseView get(@PathVariable String number, @AuthenticationPrincipal StaffMember by) {
        var item = seen(number, by);
        var view = whole(item, by);
        return view.moves().contains(Verb.MERGE) ? view.beside(similar(item, by)) : view;
    }

    /** Numbers of those it may be joined to. */
    private List<String> similar(GridCase item, StaffMember by) {
        return cases.similar(item).stream()
                .map(GridCase::number)
                .filter(number -> book.find(number, by).isPresent())
                .toList();
    }

    @PostMapping(path = "/{number}/moves", consumes = APPLICATION_JSON_VALUE)
    CaseView move(
            @PathVariable String number,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var move = Json.read(body, MoveBody.class).move();
        seen(number, by);
        var moved = cases.move(number, move, actor(by), clock.instant());
        // Who passes a case on may see it no more; then at least what people of it see.
        return whole(book.find(number, by).orElse(moved), by);
    }

    private GridCase seen(String number, StaffMember by) {
        return book.find(number, by)
                .orElseThrow(() -> new StaffRefused(UNKNOWN, "没有找到这个编号的案件，或不在你的部门和区域内，请核对编号。"));
    }

    private CaseView view(GridCase item, StaffMember by) {
        return CaseView.of(item, district, cases.open(item, actor(by)), clock.instant());
    }

    private CaseView whole(GridCase item, StaffMember by) {
        var evidence = EvidenceView.of(cases.evidence(item.number()));
        return view(item, by).showing(evidence, cases.clocks(item.number()), clock.instant());
    }

    private static Actor actor(StaffMember by) {
        return Actor.staff(by.name(), by.role(), by.department());
    }
}
