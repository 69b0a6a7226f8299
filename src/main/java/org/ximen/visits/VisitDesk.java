package org.ximen.visits;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.HANDLER;
import static org.ximen.staff.Role.LEADER;
import static org.ximen.staff.Role.VERIFIER;
import static org.ximen.staff.StaffRefused.Reason.CONFLICT;
import static org.ximen.staff.StaffRefused.Reason.FORBIDDEN;
import static org.ximen.staff.StaffRefused.Reason.INVALID;
import static org.ximen.staff.StaffRefused.Reason.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.StaffReport;
import org.ximen.db.Db;
import org.ximen.district.Area;
import org.ximen.opinions.NewOpinion;
import org.ximen.opinions.Opinion;
import org.ximen.residents.Person;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What staff do with visits: whom to visit and when, that they went there, what came of it. */
public final class VisitDesk {
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int MOST_VISITS = 50;
    private static final int MOST_LISTED = 100;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_REASON = 100;
    private static final int LATEST_DUE = 730;

    private final Db db;
    private final Visits.Parts parts;
    private final Visits visits;
    private final Records records;

    /** Where it is kept. */
    record Records(VisitSubjectTable subjects, VisitTable visits, CareNoteTable care) {}

    VisitDesk(Db db, Visits.Parts parts, Visits visits, Records records) {
        this.db = db;
        this.parts = parts;
        this.visits = visits;
        this.records = records;
    }

    /**
     * One page, the earliest due first.
     *
     * @param page from 0 to 10000
     * @param size 1 to 100
     */
    public List<VisitSubject> list(VisitSearch search, int page, int size, StaffMember by) {
        int most = Math.clamp(size, 1, MOST_LISTED);
        int from = Math.clamp(page, 0, LAST_PAGE) * most;
        return records.subjects().page(search, areas(search, by), from, most);
    }

    /** How many there are. */
    public long count(VisitSearch search, StaffMember by) {
        return records.subjects().count(search, areas(search, by));
    }

    private @Nullable Set<String> areas(VisitSearch search, StaffMember by) {
        return reach(by).within(search.area(), parts.district()).orElse(null);
    }

    /** Areas of which a member sees whom to visit. */
    public List<Area> areas(StaffMember by) {
        var reach = reach(by);
        return parts.district().areas().stream().filter(area -> reach.holds(area.code())).toList();
    }

    /**
     * One of them.
     *
     * @throws StaffRefused if there is none, or it lies elsewhere
     */
    public VisitSubject get(long id, StaffMember by) {
        var reach = reach(by);
        return records.subjects()
                .find(id)
                .filter(subject -> reach.holds(subject.area()))
                .orElseThrow(VisitDesk::unknown);
    }

    private static StaffRefused unknown() {
        return new StaffRefused(UNKNOWN, "名单里没有这一户，或者不在您的区域，请回到走访名单。");
    }

    /** Who went there, the newest first, no more than 50. */
    public List<Visit> visits(long id, StaffMember by) {
        return records.visits().of(get(id, by).id(), MOST_VISITS);
    }

    /**
     * Notes whom to visit, from today on. The same form again gives the same.
     *
     * @param key of the form, 8 to 60 letters, digits and dashes
     * @throws StaffRefused if the kind is unknown, the area is not known or not theirs, or it is on
     *     the list already
     */
    public VisitSubject add(NewSubject subject, String key, StaffMember by, Instant now) {
        var area = area(subject, by);
        kind(subject);
        var own = key(by.name(), key);
        try {
            long id =
                    db.in(() ->
                            records.subjects()
                                    .byKey(own)
                                    .orElseGet(() -> added(subject, area, own, by, now)));
            return get(id, by);
        } catch (DuplicateKeyException e) {
            return get(records.subjects().byKey(own).orElseThrow(), by);
        }
    }

    private long added(NewSubject subject, String area, String key, StaffMember by, Instant now) {
        if (records.subjects().same(subject).isPresent()) {
            throw new StaffRefused(CONFLICT, "名单里已经有同一种类、同一地址、同一称呼的，请在名单里找。");
        }
        long id = records.subjects().add(subject, area, key, Visits.day(now), by.name(), now);
        record("visit.add", id, subject.kind(), by, now);
        return id;
    }

    /** Puts right what was written of them; a number that was left stays unless it is dropped. */
    public VisitSubject change(
            long id, NewSubject subject, boolean dropPhone, StaffMember by, Instant now) {
        var area = area(subject, by);
        var kind = kind(subject);
        return db.in(() -> {
            var before = held(id, by);
            boolean same = before.kind().equals(kind.id());
            records.subjects().change(id, subject, area, same ? before.due() : Visits.day(now));
            if (dropPhone) {
                records.subjects().dropPhone(id);
            }
            record("visit.change", id, kind.id(), by, now);
            return get(id, by);
        });
    }

    private VisitKind kind(NewSubject subject) {
        return visits.kind(subject.kind())
                .orElseThrow(() -> new StaffRefused(INVALID, "请选种类；种类和间隔在 config/visits.yaml 里写。"));
    }

    private String area(NewSubject subject, StaffMember by) {
        var reach = reach(by);
        var area =
                Optional.ofNullable(subject.area())
                        .flatMap(parts.district()::area)
                        .or(() -> placed(subject.place()))
                        .orElseThrow(() -> new StaffRefused(INVALID, "按地址不知道在哪个居委会，请选区域。"));
        if (!reach.holds(area.code())) {
            throw new StaffRefused(FORBIDDEN, area.name() + "不在您的区域，请让那里的同事登记。");
        }
        return area.code();
    }

    private Optional<Area> placed(String place) {
        return parts.district().placeIn(place).map(found -> found.area());
    }

    /**
     * Records that somebody went there; what they brought back becomes a case, a suggestion, a care
     * note. All of it or nothing; the same form again gives the same visit.
     *
     * @param key of the form, 8 to 60 letters, digits and dashes
     * @throws StaffRefused if it is not theirs, or the time cannot be
     * @throws org.ximen.cases.Incomplete if what is to be done cannot be filed
     */
    public Visit visit(long id, String key, NewVisit visit, StaffMember by, Instant now) {
        var subject = get(id, by);
        if (visit.care() != null) {
            cares(by);
        }
        var at = time(visit, now);
        var own = key(String.valueOf(id), key);
        var caller = caller(subject, visit);
        var report = report(subject, visit, caller);
        if (report != null) {
            // Slow: before the transaction, which then knows what the words mean.
            parts.reports().read(report);
        }
        var author = visit.suggestion() == null ? null : author(subject, caller, now);
        return db.in(() -> {
            held(id, by);
            return records.visits()
                    .byKey(own)
                    .orElseGet(() -> {
                        var number = filed(report, by, now);
                        var opinion = taken(subject, visit, author, now);
                        var made =
                                new Visit(
                                        0,
                                        by.name(),
                                        visit.outcome(),
                                        at,
                                        visit.note(),
                                        number,
                                        opinion);
                        return kept(id, own, made, visit.care(), by, now);
                    });
        });
    }

    private Visit kept(
            long id, String key, Visit made, @Nullable String care, StaffMember by, Instant now) {
        var subject = held(id, by);
        records.visits().add(subject, key, made, now);
        records.subjects().counted(id);
        var last = subject.lastAt();
        if (last == null || !made.visitedAt().isBefore(last)) {
            var due =
                    visits.kind(subject.kind())
                            .map(kind -> kind.daysAfter(made.outcome()))
                            .map(Visits.day(made.visitedAt())::plusDays)
                            .orElse(null);
            records.subjects().visited(id, made.visitedAt(), made.outcome(), due);
        }
        if (care != null) {
            var until = Visits.day(now).plusDays(visits.careDays());
            records.care().add(id, new CareNote(care, by.name(), now, until));
            record("visit.care_write", id, "留到 " + until, by, now);
        }
        record("visit.record", id, made.outcome().shown(), by, now);
        return records.visits().byKey(key).orElseThrow();
    }

    private static Instant time(NewVisit visit, Instant now) {
        var at = Objects.requireNonNullElse(visit.at(), now);
        if (at.isAfter(now.plus(CLOCKS_DIFFER)) || at.isBefore(now.minus(OLDEST))) {
            throw new StaffRefused(INVALID, "走访时间应在最近 30 天里，不能晚于现在，请改正后再试。");
        }
        return at;
    }

    /** Who may be called is known by their number. */
    private @Nullable String caller(VisitSubject subject, NewVisit visit) {
        return visit.mayCall() ? records.subjects().phone(subject.id()).orElse(null) : null;
    }

    private Person author(VisitSubject subject, @Nullable String caller, Instant now) {
        return caller == null
                ? parts.residents().visited(String.valueOf(subject.id()), now)
                : parts.residents().caller(caller, now);
    }

    private @Nullable String filed(@Nullable StaffReport report, StaffMember by, Instant now) {
        return report == null ? null : parts.reports().file(report, by.name(), now).number();
    }

    private @Nullable StaffReport report(
            VisitSubject subject, NewVisit visit, @Nullable String caller) {
        var errand = visit.errand();
        if (errand == null) {
            return null;
        }
        var named = Objects.requireNonNullElse(visit.errandPlace(), subject.place());
        var origin = new CaseOrigin(CaseSource.OUTREACH, null);
        return new StaffReport(errand, located(named, subject), null, null, origin, caller);
    }

    /** A place of which the street does not know the area lies in that of the visit. */
    private String located(String place, VisitSubject subject) {
        return placed(place)
                .map(known -> place)
                .or(() ->
                        parts.district()
                                .area(subject.area())
                                .map(area -> place + "（" + area.name() + "）"))
                .orElse(place);
    }

    private @Nullable Long taken(
            VisitSubject subject, NewVisit visit, @Nullable Person author, Instant now) {
        var words = visit.suggestion();
        if (words == null || author == null) {
            return null;
        }
        var said = new NewOpinion(Opinion.Kind.SUGGESTION, words, null, subject.area());
        return parts.opinions().take(said, author, now).id();
    }

    /** What came of a suggestion that was brought back, for whoever goes there again. */
    public Optional<Opinion> suggestion(Visit visit) {
        return Optional.ofNullable(visit.opinion()).flatMap(parts.opinions()::find);
    }

    /**
     * Says when they are visited next.
     *
     * @throws StaffRefused if the role does not steer, or the day is over
     */
    public void schedule(long id, LocalDate due, StaffMember by, Instant now) {
        steers(by);
        var today = Visits.day(now);
        if (due.isBefore(today) || due.isAfter(today.plusDays(LATEST_DUE))) {
            throw new StaffRefused(INVALID, "下次走访的日子应在今天到两年以内。");
        }
        db.run(() -> {
            var before = held(id, by);
            records.subjects().due(id, due);
            record("visit.schedule", id, before.due() + " → " + due, by, now);
        });
    }

    /**
     * Takes them off the list and erases what is known of them; visits stay counted.
     *
     * @param why 1 to 100 characters, for the record
     */
    public void remove(long id, String why, StaffMember by, Instant now) {
        steers(by);
        var reason = VisitText.required("为什么移出", why, LONGEST_REASON);
        db.run(() -> {
            held(id, by);
            db.erasing();
            records.visits().forget(id);
            records.care().delete(id);
            records.subjects().delete(id);
            record("visit.remove", id, reason, by, now);
        });
    }

    /** The number that was left; each look is noted. Empty if none was. */
    public Optional<String> phone(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            get(id, by);
            record("visit.phone", id, "", by, now);
            return records.subjects().phone(id);
        });
    }

    /** Whether there is a care note, for those who may see it. */
    public boolean hasCare(long id, StaffMember by, Instant now) {
        return isCaring(by) && !records.care().of(get(id, by).id(), Visits.day(now)).isEmpty();
    }

    /**
     * What those who look after them should know; each look is noted.
     *
     * @throws StaffRefused if the role does not need it
     */
    public List<CareNote> care(long id, StaffMember by, Instant now) {
        cares(by);
        return db.in(() -> {
            var notes = records.care().of(get(id, by).id(), Visits.day(now));
            record("visit.care", id, notes.size() + " 条", by, now);
            return notes;
        });
    }

    /** Erases it, as they asked. */
    public void eraseCare(long id, StaffMember by, Instant now) {
        cares(by);
        db.run(() -> {
            held(id, by);
            db.erasing();
            record("visit.care_erase", id, records.care().delete(id) + " 条", by, now);
        });
    }

    /**
     * Whether somebody sees care notes: those who visit, not the units and not who keeps accounts.
     */
    public boolean isCaring(StaffMember by) {
        return by.is(VERIFIER, LEADER) || by.is(HANDLER) && by.department() == null;
    }

    private void cares(StaffMember by) {
        if (!isCaring(by)) {
            throw new StaffRefused(FORBIDDEN, "关爱情况只有走访的网格员、核查员和网格长能看、能写。");
        }
    }

    /** Whether somebody says who is on the list and when they are due. */
    public boolean isSteering(StaffMember by) {
        return by.is(LEADER, ADMIN);
    }

    private void steers(StaffMember by) {
        if (!isSteering(by)) {
            throw new StaffRefused(FORBIDDEN, "改下次走访的日子、移出名单由网格长和管理员办，请联系他们。");
        }
    }

    private VisitSubject held(long id, StaffMember by) {
        var reach = reach(by);
        return records.subjects()
                .hold(id)
                .filter(subject -> reach.holds(subject.area()))
                .orElseThrow(VisitDesk::unknown);
    }

    private VisitReach reach(StaffMember by) {
        if (!by.is(HANDLER, VERIFIER, LEADER, ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "走访由处置员、核查员、网格长和管理员办，请联系他们。");
        }
        return VisitReach.of(by, parts.district());
    }

    private static String key(String whose, String key) {
        if (!key.matches("[A-Za-z0-9-]{8,36}")) {
            throw new StaffRefused(INVALID, "这一页放得太久了，请刷新后再试。");
        }
        return whose + "/" + key;
    }

    private void record(String what, long id, String details, StaffMember by, Instant now) {
        parts.audit().record(by.name(), what, "visits/" + id, details, now);
    }
}
