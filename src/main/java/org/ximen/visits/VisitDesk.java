package org.ximen.visits;

import static org.ximen.staff.Role.ADMIN;
import static org.ximen.staff.Role.LEADER;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.GridCase;
import org.ximen.cases.StaffReading;
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
    // The same errand within it is the same tap once more.
    private static final Duration ONCE_MORE = Duration.ofMinutes(10);
    private static final int MOST_VISITS = 50;
    private static final int MOST_LISTED = 100;
    private static final int LAST_PAGE = 10_000;
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
        return records.subjects().page(search, seen(search, by), from, most);
    }

    /** How many there are. */
    public long count(VisitSearch search, StaffMember by) {
        return records.subjects().count(search, seen(search, by));
    }

    private VisitSubjectTable.Seen seen(VisitSearch search, StaffMember by) {
        var areas = reach(by).within(search.area(), parts.district()).orElse(null);
        return new VisitSubjectTable.Seen(areas, isCaring(by) ? null : open());
    }

    /** Kinds that whoever keeps the accounts may see; of one that the file lacks nobody knows. */
    private Set<String> open() {
        return visits.kinds().stream()
                .filter(kind -> !kind.isCare())
                .map(VisitKind::id)
                .collect(Collectors.toSet());
    }

    private boolean shows(VisitSubject subject, StaffMember by) {
        return reach(by).holds(subject.area()) && (isCaring(by) || open().contains(subject.kind()));
    }

    /** Kinds of which a member sees whom to visit, in the order of the file. */
    public List<VisitKind> kinds(StaffMember by) {
        return visits.kinds().stream().filter(kind -> isCaring(by) || !kind.isCare()).toList();
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
        reach(by);
        return records.subjects()
                .find(id)
                .filter(subject -> shows(subject, by))
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
     * @param key of the form, 8 to 36 letters, digits and dashes
     * @throws StaffRefused if the kind is unknown, the area is not known or not theirs, or it is on
     *     the list already
     */
    public VisitSubject add(NewSubject subject, String key, StaffMember by, Instant now) {
        var area = area(subject, by);
        kind(subject, by);
        var own = key(by.name(), key);
        try {
            long id =
                    db.in(() ->
                            records.subjects()
                                    .byKey(own)
                                    .orElseGet(() -> added(subject, area, own, by, now)));
            return get(id, by);
        } catch (DuplicateKeyException e) {
            // The same form at the same moment, or somebody who is on the list.
            return get(records.subjects().byKey(own).orElseThrow(VisitDesk::listed), by);
        }
    }

    private static StaffRefused listed() {
        return new StaffRefused(CONFLICT, "名单里已经有同一种类、同一地址、同一称呼的，请在名单里找。");
    }

    private long added(NewSubject subject, String area, String key, StaffMember by, Instant now) {
        long id = records.subjects().add(subject, area, key, Visits.day(now), by.name(), now);
        record("visit.add", id, subject.kind(), by, now);
        return id;
    }

    /**
     * Puts right what was written of them; a number that was left stays unless it is dropped.
     * Another kind moves the day of the next visit to no later one.
     *
     * @throws StaffRefused as {@link #add}
     */
    public VisitSubject change(
            long id, NewSubject subject, boolean dropPhone, StaffMember by, Instant now) {
        var area = area(subject, by);
        var kind = kind(subject, by);
        try {
            return db.in(() -> {
                var due = due(held(id, by), kind, Visits.day(now));
                records.subjects().change(id, subject, area, due);
                number(id, subject.phone(), dropPhone);
                record("visit.change", id, kind.id(), by, now);
                return get(id, by);
            });
        } catch (DuplicateKeyException e) {
            throw listed();
        }
    }

    private static LocalDate due(VisitSubject before, VisitKind kind, LocalDate today) {
        var due = Objects.requireNonNullElse(before.due(), today);
        var latest = today.plusDays(kind.days());
        return before.kind().equals(kind.id()) || due.isBefore(latest) ? due : latest;
    }

    /** Those who work on what came of a visit read the number as it is now, or none. */
    private void number(long id, @Nullable String typed, boolean drop) {
        var callable = parts.residents().findVisited(callable(id));
        if (drop) {
            records.subjects().dropPhone(id);
            callable.ifPresent(parts.residents()::dropPhone);
        } else if (typed != null) {
            callable.ifPresent(person -> parts.residents().phone(person, typed));
        }
    }

    private VisitKind kind(NewSubject subject, StaffMember by) {
        return kinds(by).stream()
                .filter(kind -> kind.id().equals(subject.kind()))
                .findFirst()
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
     * @param key of the form, 8 to 36 letters, digits and dashes
     * @throws StaffRefused if it is not theirs, the time cannot be, or the form was sent before
     *     with other words
     * @throws org.ximen.cases.Incomplete if what is to be done cannot be filed
     */
    public Visit visit(long id, String key, NewVisit visit, StaffMember by, Instant now) {
        var subject = get(id, by);
        if (visit.care() != null) {
            cares(by);
        }
        var at = time(visit, now);
        var own = key(String.valueOf(id), key);
        // Slow: before the row is held.
        var errand = reading(subject, visit);
        var who = errand.isEmpty() && visit.suggestion() == null ? null : who(subject, visit, now);
        return db.in(() -> {
            held(id, by);
            return records.visits()
                    .byKey(own)
                    .map(before -> same(before, own, visit))
                    .orElseGet(() -> {
                        once(id, visit, now);
                        var number = filed(errand.orElse(null), who, by, now);
                        var opinion = taken(subject, visit, who, now);
                        var made =
                                new Visit(
                                        0,
                                        by.name(),
                                        visit.outcome(),
                                        at,
                                        visit.note(),
                                        number,
                                        opinion);
                        return kept(id, own, made, visit, by, now);
                    });
        });
    }

    private Visit same(Visit before, String key, NewVisit visit) {
        if (!records.visits().isSame(key, VisitPrint.of(visit))) {
            throw new StaffRefused(
                    CONFLICT, "这一页已经记过一次（" + before.outcome().shown() + "），新填的没有记。请回名单重新打开这一户再记。");
        }
        return before;
    }

    private void once(long id, NewVisit visit, Instant now) {
        records.visits()
                .filed(id, VisitPrint.of(visit), now.minus(ONCE_MORE))
                .ifPresent(number -> {
                    throw new StaffRefused(
                            CONFLICT, "几分钟前刚为这一户立过同一件要办的事（" + number + "），没有再记；有别的要记，请去掉要办的事。");
                });
    }

    private Visit kept(
            long id, String key, Visit made, NewVisit said, StaffMember by, Instant now) {
        var subject = held(id, by);
        records.visits().add(subject, key, made, VisitPrint.of(said), now);
        records.subjects().counted(id);
        var last = subject.lastAt();
        if (last == null || !made.visitedAt().isBefore(last)) {
            moved(subject, made.visitedAt(), made.outcome());
        }
        var care = said.care();
        if (care != null) {
            var until = Visits.day(now).plusDays(visits.careDays());
            records.care().add(id, new CareNote(care, by.name(), now, until));
            record("visit.care_write", id, "留到 " + until, by, now);
        }
        record("visit.record", id, made.outcome().shown(), by, now);
        return records.visits().byKey(key).orElseThrow();
    }

    /** The day of the next visit follows the last one. */
    private void moved(VisitSubject subject, Instant at, VisitOutcome outcome) {
        var due =
                visits.kind(subject.kind())
                        .map(kind -> kind.daysAfter(outcome))
                        .map(Visits.day(at)::plusDays)
                        .orElse(null);
        records.subjects().visited(subject.id(), at, outcome, due);
    }

    /**
     * Puts right how one's own last visit there ended, on the day of the visit.
     *
     * @throws StaffRefused if it is not the last one, of another, of another day, or a suggestion
     *     came of it and they would not have been met
     */
    public void correct(long id, long visit, VisitOutcome outcome, StaffMember by, Instant now) {
        db.run(() -> {
            var subject = held(id, by);
            var last =
                    records.visits().of(id, 1).stream()
                            .filter(each -> each.id() == visit && isOpen(each, by, now))
                            .findFirst()
                            .orElseThrow(VisitDesk::settled);
            if (last.opinion() != null && outcome != VisitOutcome.MET) {
                throw new StaffRefused(INVALID, "这次带回了建议，不能改成没有见到人。");
            }
            records.visits().outcome(visit, outcome);
            moved(subject, last.visitedAt(), outcome);
            var change = last.outcome().shown() + " → " + outcome.shown();
            record("visit.correct", id, change, by, now);
        });
    }

    private static StaffRefused settled() {
        return new StaffRefused(CONFLICT, "只能改自己今天在这一户的最后一次走访；别的请再记一次，在说明里写清。");
    }

    /** Whether its visitor may still put right how a visit, if it is the last, ended. */
    public boolean isOpen(Visit visit, StaffMember by, Instant now) {
        return visit.visitor().equals(by.name())
                && Visits.day(visit.visitedAt()).equals(Visits.day(now));
    }

    /**
     * What the errand would be filed as; nothing is kept. Empty where there is none.
     *
     * @throws org.ximen.cases.Incomplete if it cannot be filed
     */
    public Optional<StaffReading> look(long id, NewVisit visit, StaffMember by) {
        return reading(get(id, by), visit);
    }

    /** Open cases that may be the same as what was read, newest first. */
    public List<GridCase> similar(StaffReading reading, Instant now) {
        return parts.reports().similar(reading, now);
    }

    /** Whether a form was sent before. */
    public boolean isKept(long id, String key) {
        return records.visits().byKey(key(String.valueOf(id), key)).isPresent();
    }

    private static Instant time(NewVisit visit, Instant now) {
        var at = Objects.requireNonNullElse(visit.at(), now);
        if (at.isAfter(now.plus(CLOCKS_DIFFER)) || at.isBefore(now.minus(OLDEST))) {
            throw new StaffRefused(INVALID, "走访时间应在最近 30 天里，不能晚于现在，请改正后再试。");
        }
        return at;
    }

    /** Of what came of a visit; who may be called is another than who may not. */
    private Person who(VisitSubject subject, NewVisit visit, Instant now) {
        var phone = visit.mayCall() ? records.subjects().phone(subject.id()).orElse(null) : null;
        var key = phone == null ? String.valueOf(subject.id()) : callable(subject.id());
        return parts.residents().visited(key, phone, now);
    }

    private static String callable(long id) {
        return id + "-call";
    }

    private Optional<StaffReading> reading(VisitSubject subject, NewVisit visit) {
        return Optional.ofNullable(visit.errand())
                .map(errand -> {
                    var named = Objects.requireNonNullElse(visit.errandPlace(), subject.place());
                    var place = located(named, subject);
                    return new StaffReport(errand, place, null, null, origin(), null);
                })
                .map(parts.reports()::read);
    }

    private static CaseOrigin origin() {
        return new CaseOrigin(CaseSource.OUTREACH, null);
    }

    private @Nullable String filed(
            @Nullable StaffReading errand, @Nullable Person who, StaffMember by, Instant now) {
        if (errand == null || who == null) {
            return null;
        }
        return parts.reports().file(errand, origin(), who.id(), by.name(), now).number();
    }

    /**
     * A place of which the street does not know the area lies in that of the visit, unless it is
     * known to lie elsewhere.
     */
    private String located(String place, VisitSubject subject) {
        if (placed(place).isPresent() || parts.district().outsideIn(place).isPresent()) {
            return place;
        }
        return parts.district()
                .area(subject.area())
                .map(area -> place + "（" + area.name() + "）")
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
     * Takes them off the list and erases what is known of them and came of visits there, as far as
     * it leads back to them; visits stay counted.
     */
    public void remove(long id, RemovalReason why, StaffMember by, Instant now) {
        steers(by);
        db.run(() -> {
            held(id, by);
            erase(id, now);
            record("visit.remove", id, why.shown(), by, now);
        });
    }

    private void erase(long id, Instant now) {
        db.erasing();
        records.visits().forget(id);
        records.care().delete(id);
        Stream.of(String.valueOf(id), callable(id))
                .flatMap(key -> parts.residents().findVisited(key).stream())
                .forEach(person -> erase(person, now));
        records.subjects().delete(id);
    }

    /** They have no chat: nothing else is kept of them. */
    private void erase(Person person, Instant now) {
        parts.opinions().holding().erase().person(person, now);
        parts.reports().forget(person.id(), now);
        parts.residents().forget(person);
    }

    /** Erases those to whom nobody went since; returns how many. */
    int trim(Instant before) {
        var idle = records.subjects().idle(before);
        idle.forEach(id -> db.run(() -> erase(id, before)));
        return idle.size();
    }

    /** The number that was left; each look is noted. Empty if none was. */
    public Optional<String> phone(long id, StaffMember by, Instant now) {
        return db.in(() -> {
            get(id, by);
            record("visit.phone", id, "", by, now);
            return records.subjects().phone(id);
        });
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
        return VisitReach.isCaring(by);
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
        reach(by);
        return records.subjects()
                .hold(id)
                .filter(subject -> shows(subject, by))
                .orElseThrow(VisitDesk::unknown);
    }

    private VisitReach reach(StaffMember by) {
        if (!isCaring(by) && !by.is(ADMIN)) {
            throw new StaffRefused(FORBIDDEN, "走访由没有部门的处置员、核查员、网格长和管理员办，请联系他们。");
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
