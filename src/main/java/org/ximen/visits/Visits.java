package org.ximen.visits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.StaffReports;
import org.ximen.db.Db;
import org.ximen.district.District;
import org.ximen.opinions.Opinions;
import org.ximen.residents.Holding;
import org.ximen.residents.Residents;
import org.ximen.settings.ConfigFile;
import org.ximen.staff.Audit;
import org.ximen.workdays.WorkCalendar;

/** Visits (走访): the kinds of whom staff visit, what staff do, how long it is kept. */
public final class Visits {
    private static final Duration KEPT = Duration.ofDays(730);

    private final Parts parts;
    private final VisitTable visits;
    private final CareNoteTable care;
    private final VisitDesk desk;
    private final VisitRoll roll;
    private volatile @Nullable Entries entries;

    /** Of one reading of the file, so that a bad entry is told once. */
    private record Entries(VisitsFile file, List<VisitKind> kinds) {
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(VisitsFile other) {
            return file == other;
        }
    }

    /** What it works with. */
    public record Parts(
            ConfigFile<VisitsFile> file,
            District district,
            StaffReports reports,
            Opinions opinions,
            Residents residents,
            Audit audit) {}

    public Visits(Db db, Parts parts) {
        this.parts = parts;
        this.visits = new VisitTable(db.client());
        this.care = new CareNoteTable(db.client());
        var subjects = new VisitSubjectTable(db.client());
        var records = new VisitDesk.Records(subjects, visits, care);
        this.desk = new VisitDesk(db, parts, this, records);
        this.roll = new VisitRoll(parts, visits);
    }

    /** What staff do. */
    public VisitDesk desk() {
        return desk;
    }

    /** The visits of a month, counted. */
    public VisitRoll roll() {
        return roll;
    }

    /** The kinds in the order of the file. */
    public List<VisitKind> kinds() {
        var file = parts.file().get();
        var known = entries;
        if (known == null || !known.isOf(file)) {
            var kinds = parts.file().each("kinds", file.kinds(), VisitKind.class);
            known = new Entries(file, kinds);
            entries = known;
        }
        return known.kinds();
    }

    /** The kind of this id, if the file still has it. */
    public Optional<VisitKind> kind(String id) {
        return kinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** For how many days a care note is kept. */
    public int careDays() {
        return parts.file().get().careKept();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    /**
     * How long all but care notes is kept. Whom staff visit is known by an address and not by a
     * chat: who wants to be erased tells the staff.
     */
    public Holding holding() {
        return holding(
                "街道上门走访的名单（称呼、地址，愿意留的电话）和记录，两年没有去过就删除；要删除请告诉居委会",
                KEPT,
                before -> visits.trim(before) + desk.trim(before),
                "visit_subject",
                "visit");
    }

    /** How long care notes are kept. */
    public Holding careHolding() {
        return holding(
                "走访时记下的关爱情况和说明，到期删除，最长一年；要删除请告诉居委会", Duration.ZERO, this::trimCare, "care_note");
    }

    /** Notes of a visit are kept no longer than those that few see. */
    private int trimCare(Instant before) {
        return care.trim(before) + visits.dropNotes(before.minus(Duration.ofDays(careDays())));
    }

    private static Holding holding(String kept, Duration age, Holding.Trim trim, String... tables) {
        return new Holding(
                Set.of(tables), kept, age, trim, person -> List.of(), (person, now) -> {});
    }
}
