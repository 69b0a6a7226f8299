package org.ximen.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Filing.DeskHears;
import org.ximen.district.District;
import org.ximen.district.Outside;
import org.ximen.district.Place;
import org.ximen.district.Point;
import org.ximen.residents.Residents;
import org.ximen.text.ReachableNumber;
import org.ximen.understanding.CategoryGuess;
import org.ximen.understanding.DangerReading;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.MessageReading;
import org.ximen.understanding.PointCheck;
import org.ximen.understanding.Situation;

/** What staff file for others: dangers, kind and place are read as from residents' words. */
public final class StaffReports {
    // As residents' reports: below it nobody knows the kind.
    private static final double SURE = 0.5;

    private final Cases cases;
    private final CodeTable codeTable;
    private final District district;
    private final MessageReader reader;
    private final Residents residents;

    /**
     * @param reader reads what staff left open
     * @param residents keeps the numbers of callers apart from the cases
     */
    public StaffReports(
            Cases cases,
            CodeTable codeTable,
            District district,
            MessageReader reader,
            Residents residents) {
        this.cases = cases;
        this.codeTable = codeTable;
        this.district = district;
        this.reader = reader;
        this.residents = residents;
    }

    /**
     * What would be filed.
     *
     * @throws Incomplete if the words are missing, the category is unknown, the point lies outside
     *     the street or the phone number is none
     */
    public StaffReading read(StaffReport report) {
        check(report);
        var words = report.description();
        var reading = reader.read(words, Situation.IDLE);
        var danger = danger(reading);
        var typed = typed(report);
        var category = typed.or(() -> guessed(reading, danger));
        var draft =
                new Draft(
                        words,
                        category.map(Category::code).orElse(null),
                        place(report, words),
                        report.photos(),
                        isUrgent(reading, danger),
                        false,
                        typed.isEmpty());
        var shown = category.orElse(Category.other(Counter.UNSORTED));
        return new StaffReading(draft, shown, danger, outside(report, draft));
    }

    /** Open cases that may be the same, newest first. */
    public List<GridCase> similar(StaffReading reading, Instant now) {
        return cases.similar(reading.draft(), now);
    }

    /**
     * Makes it a case and tells the desk.
     *
     * @param by name of the member of staff
     * @throws Incomplete as {@link #read}
     * @throws AlreadyFiled if its outside number is a case already
     */
    public GridCase file(StaffReport report, String by, Instant now) {
        return file(report, by, DeskHears.ALWAYS, now);
    }

    /**
     * Makes it a case of a resident who told it to staff: they hear of it as of one that they
     * reported themselves.
     *
     * @param person id of the resident
     * @throws Incomplete as {@link #read}, and if the resident erased themselves
     */
    public GridCase fileFor(StaffReport report, long person, String by, Instant now) {
        var reporter =
                residents
                        .find(person)
                        .orElseThrow(() -> new Incomplete("reporter", "这位居民已删除自己的资料，请另开一件"));
        var draft = read(report).draft();
        var filing =
                new Filing(
                        draft,
                        report.origin(),
                        reporter.id(),
                        reporter.sender(),
                        by,
                        DeskHears.ALWAYS);
        return cases.file(filing, now);
    }

    /**
     * Makes what was read before a case and tells the desk; nothing is read here.
     *
     * @param person id of whoever told it and is not written to; null where that is not known
     */
    public GridCase file(
            StaffReading reading,
            CaseOrigin origin,
            @Nullable Long person,
            String by,
            Instant now) {
        return cases.file(
                new Filing(reading.draft(), origin, person, null, by, DeskHears.ALWAYS), now);
    }

    /** Erases whoever told it, as {@link Cases#forget}. */
    public void forget(long person, Instant now) {
        cases.forget(person, now);
    }

    /**
     * One of many: the desk hears of it only where it is urgent.
     *
     * @throws Incomplete as {@link #read}
     * @throws AlreadyFiled if its outside number is a case already
     */
    public GridCase fileOneOfMany(StaffReport report, String by, Instant now) {
        return file(report, by, DeskHears.IF_URGENT, now);
    }

    /**
     * What is handled in the same breath: the desk has nothing to file.
     *
     * @throws Incomplete as {@link #read}
     */
    GridCase fileSettled(StaffReport report, String by, Instant now) {
        return file(report, by, DeskHears.NEVER, now);
    }

    private GridCase file(StaffReport report, String by, DeskHears desk, Instant now) {
        var origin = report.origin();
        cases.numberOf(origin)
                .ifPresent(number -> {
                    throw new AlreadyFiled(origin, number);
                });
        var draft = read(report).draft();
        return cases.file(new Filing(draft, origin, caller(report, now), null, by, desk), now);
    }

    private @Nullable Long caller(StaffReport report, Instant now) {
        var phone = report.phone();
        return phone == null ? null : residents.caller(digits(phone), now).id();
    }

    /**
     * Looks whether a report could be filed, without reading its words.
     *
     * @throws Incomplete if the words are missing or the phone number is none
     */
    public static void check(StaffReport report) {
        if (report.description().isEmpty()) {
            throw new Incomplete("description", "请写明发生了什么");
        }
        var phone = report.phone();
        if (phone != null) {
            digits(phone);
        }
    }

    private static String digits(String phone) {
        return ReachableNumber.of(phone)
                .orElseThrow(() -> new Incomplete("phone", "电话应是 11 位手机号，或带区号的座机"));
    }

    private Optional<Category> typed(StaffReport report) {
        var typed = report.category();
        return typed == null
                ? Optional.empty()
                : Optional.of(
                        codeTable
                                .categoryNamed(typed)
                                .orElseThrow(
                                        () -> new Incomplete("category", "没有“" + typed + "”这个类别")));
    }

    private Optional<Category> guessed(MessageReading reading, Optional<Danger> danger) {
        return danger.filter(Danger::filed)
                .map(Danger::id)
                .map(codeTable::dangerCategory)
                .or(() -> guessed(reading));
    }

    private Optional<Category> guessed(MessageReading reading) {
        return reading.categories().stream()
                .findFirst()
                .filter(guess -> guess.probability() >= SURE)
                .map(CategoryGuess::code)
                .flatMap(codeTable::categoryNamed);
    }

    private Optional<Danger> danger(MessageReading reading) {
        var read = reading.danger();
        return read.level() == DangerReading.Level.NOW && read.likely()
                ? codeTable.danger(read.family())
                : Optional.empty();
    }

    private static boolean isUrgent(MessageReading reading, Optional<Danger> danger) {
        return danger.isPresent() || reading.danger().level() == DangerReading.Level.HAZARD;
    }

    private @Nullable Place place(StaffReport report, String words) {
        var point = report.point();
        var typed = report.place();
        var named =
                typed == null
                        ? district.placeIn(words).orElse(null)
                        : district.placeIn(typed)
                                .map(known -> placed(typed, known))
                                .orElseGet(() -> unknown(typed));
        return point == null ? named : pinned(point, named);
    }

    private static Place placed(String typed, Place known) {
        return new Place(typed, known.point(), known.area(), known.precise());
    }

    private Place unknown(String typed) {
        return new Place(typed, null, district.neighbourhoodIn(typed).orElse(null), false);
    }

    private Place pinned(Point point, @Nullable Place named) {
        if (PointCheck.of(point, district) != PointCheck.INSIDE) {
            throw new Incomplete("location", "这个位置不在本街道范围内，请核对");
        }
        var place = district.placeAt(point);
        return named == null ? place : new Place(named.text(), point, place.area());
    }

    private Optional<Outside> outside(StaffReport report, Draft draft) {
        var place = draft.place();
        return place != null && place.area() != null
                ? Optional.empty()
                : district.outsideIn(report.place() == null ? draft.description() : report.place());
    }
}
